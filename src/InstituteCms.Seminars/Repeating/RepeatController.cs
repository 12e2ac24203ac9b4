using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Repeating;

/// <summary>Takes an event into another term.</summary>
public sealed class RepeatController : Controller
{
    private const int MaxTitle = 1024;
    private const string StartField = "Form.Start";
    private const string TitleField = "Form.Title";

    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly EventRepeater _repeater;
    private readonly EventTexts _texts;
    private readonly IClock _clock;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public RepeatController(
        IContentManager contents,
        IAuthorizationService authorization,
        EventRepeater repeater,
        EventTexts texts,
        IClock clock,
        INotifier notifier,
        IStringLocalizer<RepeatController> stringLocalizer,
        IHtmlLocalizer<RepeatController> htmlLocalizer)
    {
        _contents = contents;
        _authorization = authorization;
        _repeater = repeater;
        _texts = texts;
        _clock = clock;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>Asks for the day, with the next terms to choose from.</summary>
    [Admin("Seminars/Events/{contentItemId}/Repeat", "SeminarsRepeatEvent")]
    public async Task<IActionResult> Index(string contentItemId)
    {
        if (await FindAsync(contentItemId) is not { } held)
        {
            return NotFound();
        }

        if (!await MayAsync(held))
        {
            return Forbid();
        }

        var form = new RepeatForm { Title = held.DisplayText, KeepSpeakers = true, KeepTexts = true, Start = Suggest(held).Select(start => (DateTime?)start).FirstOrDefault() };
        return View(await PageAsync(held, form));
    }

    /// <summary>Shows what the draft will say, or makes it.</summary>
    /// <param name="show">The start to show; empty for the one in the field; <see langword="null"/> to make the draft.</param>
    [HttpPost, ActionName(nameof(Index))]
    [Admin("Seminars/Events/{contentItemId}/Repeat", "SeminarsRepeatEvent")]
    public async Task<IActionResult> IndexPost(string contentItemId, [Bind(Prefix = "Form")] RepeatForm form, [FromForm(Name = "submit.Show")] string? show)
    {
        if (await FindAsync(contentItemId) is not { } held)
        {
            return NotFound();
        }

        if (!await MayAsync(held))
        {
            return Forbid();
        }

        if (DateTime.TryParse(show, System.Globalization.CultureInfo.InvariantCulture, out var suggested))
        {
            form.Start = suggested;
            ModelState.Remove(StartField); // The field shows what was chosen, not what stood in it.
        }

        form.Title = form.Title?.Trim();
        var dates = Check(held, form);
        if (Request.Form.ContainsKey("submit.Show") || !ModelState.IsValid || dates is null)
        {
            return View(await PageAsync(held, form, dates));
        }

        var draft = await _repeater.RepeatAsync(held, dates, form);
        await _notifier.SuccessAsync(H["“{0}” is a draft for {1}. Nobody is registered for it yet.", draft.DisplayText, _texts.When(draft.GetOrCreate<EventPart>())]);
        return RedirectToAction("Edit", "Admin", new { area = "OrchardCore.Contents", contentItemId = draft.ContentItemId });
    }

    private EventDates? Check(ContentItem held, RepeatForm form)
    {
        if (string.IsNullOrEmpty(form.Title) || form.Title.Length > MaxTitle)
        {
            Complain(TitleField, S["Give it a title of 1 to {0} letters.", MaxTitle]);
        }

        if (form.Start is not { } start)
        {
            Complain(StartField, S["Enter day and time, such as 2027-04-14 10:30."]);
            return null;
        }

        var zone = held.GetOrCreate<EventPart>().TimeZoneId;
        var dates = EventRepeat.Shift(EventRepeater.DatesOf(held), start, out var problem);
        if (dates is null)
        {
            Complain(StartField, problem == WallClockProblem.SkippedTime
                ? S["The clocks in {0} skip this time: choose an earlier or a later one.", zone]
                : S["“{0}” is not a known time zone. Correct it in the event first.", zone]);
        }

        return dates;
    }

    private void Complain(string field, string what)
    {
        if (ModelState[field] is { } entry)
        {
            entry.Errors.Clear(); // Of what binding said, ours is the clearer sentence.
        }

        ModelState.AddModelError(field, what);
    }

    private async Task<RepeatPage> PageAsync(ContentItem held, RepeatForm form, EventDates? dates = null)
    {
        var part = held.GetOrCreate<EventPart>();
        if (dates is null && ModelState.IsValid && form.Start is { } start)
        {
            dates = EventRepeat.Shift(EventRepeater.DatesOf(held), start, out _);
        }

        return new()
        {
            EventId = held.ContentItemId,
            Title = held.DisplayText,
            When = _texts.When(part),
            TimeZoneId = part.TimeZoneId,
            Suggested = [.. Suggest(held).Select(day => (day, S["{0:D}, {0:HH:mm}", day].Value))],
            Speakers = await _repeater.SpeakersOfAsync(held),
            Materials = part.Materials,
            Form = form,
            Dates = dates is null ? null : InWords(dates),
        };
    }

    private RepeatedDates InWords(EventDates dates)
    {
        var part = new EventPart { StartUtc = dates.StartUtc, EndUtc = dates.EndUtc, TimeZoneId = dates.TimeZoneId };
        return new(_texts.When(part), Moment(dates.OpensUtc), Moment(dates.ClosesUtc), dates.StartUtc <= _clock.UtcNow);

        string? Moment(DateTime? utc) => utc is { } known ? _texts.Moment(known, part) : null;
    }

    private IReadOnlyList<DateTime> Suggest(ContentItem held)
    {
        var part = held.GetOrCreate<EventPart>();
        return part.StartLocal() is { } start && EventTimes.IsKnownZone(part.TimeZoneId) ? EventRepeat.Suggest(start, EventTimes.ToLocal(_clock.UtcNow, part.TimeZoneId)) : [];
    }

    private async Task<ContentItem?> FindAsync(string contentItemId) =>
        await _contents.GetAsync(contentItemId, VersionOptions.Latest) is { ContentType: SeminarTypes.Event } held ? held : null;

    private Task<bool> MayAsync(ContentItem held) => _authorization.AuthorizeAsync(User, CommonPermissions.CloneContent, held);
}
