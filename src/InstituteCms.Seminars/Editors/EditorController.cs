using InstituteCms.Events;
using InstituteCms.ForumReports;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;

namespace InstituteCms.Editors;

/// <summary>Answers the editors' script: what may be meant, and what a form comes to. Nothing is changed here but that a speaker gets a page.</summary>
public sealed class EditorController : Controller
{
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly SpeakerLinks _speakers;
    private readonly EventMemory _memory;
    private readonly EventReview _events;
    private readonly ReportReview _reports;
    private readonly IStringLocalizer S;

    public EditorController(
        IContentManager contents, IAuthorizationService authorization, SpeakerLinks speakers, EventMemory memory, EventReview events, ReportReview reports,
        IStringLocalizer<EditorController> localizer)
    {
        _contents = contents;
        _authorization = authorization;
        _speakers = speakers;
        _memory = memory;
        _events = events;
        _reports = reports;
        S = localizer;
    }

    [Admin("Seminars/Editor/Speakers", "SeminarsEditorSpeakers")]
    public async Task<IActionResult> Speakers(string? words, CancellationToken cancellationToken) =>
        await MayEditAsync(SeminarTypes.Event) ? Json(await _speakers.SuggestAsync(words, cancellationToken)) : Forbid();

    [Admin("Seminars/Editor/Venues", "SeminarsEditorVenues")]
    public async Task<IActionResult> Venues(string? words, CancellationToken cancellationToken) =>
        await MayEditAsync(SeminarTypes.Event) ? Json(await _memory.VenuesAsync(words, cancellationToken)) : Forbid();

    [Admin("Seminars/Editor/Hosts", "SeminarsEditorHosts")]
    public async Task<IActionResult> Hosts(string? words, CancellationToken cancellationToken) =>
        await MayEditAsync(SeminarTypes.Event) ? Json(await _memory.HostsAsync(words, cancellationToken)) : Forbid();

    /// <summary>Makes the page of a speaker who has none, as a draft that becomes public with the event.</summary>
    [HttpPost]
    [Admin("Seminars/Editor/CreateSpeaker", "SeminarsEditorCreateSpeaker")]
    public async Task<IActionResult> CreateSpeaker(NewSpeaker speaker)
    {
        if (await _speakers.NewPageAsync(speaker) is not { } page)
        {
            return Json(new { message = S["You may not make pages for speakers. Ask an editor."].Value });
        }

        if (!speaker.IsAnother && await _speakers.CountNamesakesAsync(page.DisplayText) > 0)
        {
            return Json(new { namesake = true, message = S["Somebody with this name has a page already. Pick them by typing the name, or press the button again if this is somebody else."].Value });
        }

        if (await _contents.ValidateAsync(page) is { Errors: [{ } error, ..] })
        {
            return Json(new { message = error.ErrorMessage });
        }

        await _contents.CreateAsync(page, VersionOptions.Draft);
        return Json(new { speaker = new KnownSpeaker(page.ContentItemId, page.DisplayText, null, speaker.Title, speaker.Affiliation) });
    }

    /// <summary>Leads to the report of an event, or to the form of a new one.</summary>
    [Admin("Seminars/Editor/Report/{eventId}", "SeminarsEditorReport")]
    public async Task<IActionResult> Report(string eventId, [FromServices] ReportFinder reports, CancellationToken cancellationToken)
    {
        if (!await MayEditAsync(SeminarTypes.ForumReport))
        {
            return Forbid();
        }

        return await reports.FindIdAsync(eventId, cancellationToken) is { } contentItemId
            ? RedirectToAction("Edit", "Admin", new { area = "OrchardCore.Contents", contentItemId })
            : RedirectToAction("Create", "Admin", new { area = "OrchardCore.Contents", id = SeminarTypes.ForumReport, eventId });
    }

    /// <summary>What an event's form comes to.</summary>
    [HttpPost]
    [Admin("Seminars/Editor/CheckEvent", "SeminarsEditorCheckEvent")]
    public async Task<IActionResult> CheckEvent(string? contentItemId, [FromForm(Name = "TitlePart.Title")] string? title, CancellationToken cancellationToken) =>
        await MayEditAsync(SeminarTypes.Event) ? Json(await ReviewAsync(await EventAsync(contentItemId, title), cancellationToken)) : Forbid();

    /// <summary>What a report's form comes to.</summary>
    [HttpPost]
    [Admin("Seminars/Editor/CheckReport", "SeminarsEditorCheckReport")]
    public async Task<IActionResult> CheckReport(string? contentItemId, [FromForm(Name = "TitlePart.Title")] string? title, CancellationToken cancellationToken) =>
        await MayEditAsync(SeminarTypes.ForumReport) ? Json(await _reports.ReadAsync(await ReportAsync(contentItemId, title), cancellationToken)) : Forbid();

    /// <summary>Asks other sites whether what a form links to is there: for the script as data, without it as a page.</summary>
    [HttpPost]
    [Admin("Seminars/Editor/CheckLinks", "SeminarsEditorCheckLinks")]
    public async Task<IActionResult> CheckLinks([FromServices] LinkChecker links, CancellationToken cancellationToken)
    {
        var isReport = Request.Form.Keys.Any(key => key.StartsWith(nameof(ForumReportPart) + ".", StringComparison.Ordinal));
        if (!await MayEditAsync(isReport ? SeminarTypes.ForumReport : SeminarTypes.Event))
        {
            return Forbid();
        }

        var found = LinkFinder.In(isReport ? await ReportAsync(null, null) : (await EventAsync(null, null)).Item);
        var missing = await links.FindMissingAsync(found, cancellationToken);
        var sentence = found.Count == 0 ? S["There are no links to other sites."]
            : missing.Count == 0 ? S.Plural(found.Count, "{0} link was tried and is good.", "{0} links were tried; none is broken.")
            : S.Plural(found.Count, "{0} link was tried.", "{0} links were tried.");
        var result = new LinksChecked(sentence, [.. missing.Select(link => new QualityLine(S["Nothing is found at {0}", link.Url], link.Field))]);
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal) ? Json(result) : View("Links", result);
    }

    /// <summary>A time that does not exist is said instead of the day, and beside the form.</summary>
    private async Task<EventReviewed> ReviewAsync((ContentItem Item, IReadOnlyList<QualityLine> Skipped) typed, CancellationToken cancellationToken)
    {
        var reviewed = await _events.ReadAsync(typed.Item, cancellationToken);
        return typed.Skipped.Count == 0 ? reviewed : reviewed with
        {
            When = typed.Skipped[0].Text,
            Lines = [.. typed.Skipped, .. reviewed.Lines.Where(line => typed.Skipped.All(skipped => skipped.Field != line.Field))],
        };
    }

    private async Task<(ContentItem Item, IReadOnlyList<QualityLine> Skipped)> EventAsync(string? contentItemId, string? title)
    {
        var skipped = new List<QualityLine>();
        var form = new EventPartViewModel();
        var registration = new RegistrationPartViewModel();
        await TryUpdateModelAsync(form, nameof(EventPart));
        await TryUpdateModelAsync(registration, nameof(RegistrationPart));
        var item = Draft(SeminarTypes.Event, contentItemId, title);
        item.Alter<EventPart>(part =>
        {
            EventPartForm.ToPart(form, part, new Dictionary<string, string>());
            part.StartUtc = ToUtc(form.StartLocal, "EventPart_StartLocal");
            part.EndUtc = ToUtc(form.EndLocal, "EventPart_EndLocal");
        });
        item.Alter<RegistrationPart>(part =>
        {
            part.Enabled = registration.Enabled;
            part.OpensUtc = ToUtc(registration.OpensLocal, "RegistrationPart_OpensLocal");
            part.ClosesUtc = ToUtc(registration.ClosesLocal, "RegistrationPart_ClosesLocal");
            part.Capacity = registration.Capacity;
            part.OnlineCapacity = registration.OnlineCapacity;
            part.HeldBack = registration.HeldBack ?? 0;
            part.Promotion = registration.Promotion;
            part.Purpose = registration.Purpose;
            part.Tell = registration.Tell;
        });
        return (item, skipped);

        DateTime? ToUtc(DateTime? local, string field)
        {
            var problem = WallClockProblem.None;
            if (local is { } shown && EventTimes.TryToUtc(shown, ZoneCities.Resolve(form.TimeZoneId), out var utc, out problem))
            {
                return utc;
            }

            if (problem == WallClockProblem.SkippedTime)
            {
                skipped.Add(new(S["The clocks in {0} skip this time: choose an earlier or a later one.", ZoneCities.Resolve(form.TimeZoneId) ?? ""], field, IsError: true));
            }

            return null;
        }
    }

    private async Task<ContentItem> ReportAsync(string? contentItemId, string? title)
    {
        var form = new ForumReportPartViewModel();
        await TryUpdateModelAsync(form, nameof(ForumReportPart));
        var item = contentItemId is null ? null : await _contents.GetAsync(contentItemId, VersionOptions.Latest);
        var report = Draft(SeminarTypes.ForumReport, contentItemId, title);
        report.PublishedUtc = item?.PublishedUtc;
        report.CreatedUtc = item?.CreatedUtc;
        if (item is not null)
        {
            report.Alter<AutoroutePart>(route => route.Path = item.GetOrCreate<AutoroutePart>().Path);
        }

        report.Alter<ForumReportPart>(part => ForumReportPartForm.ToPart(form, part));
        return report;
    }

    private static ContentItem Draft(string type, string? contentItemId, string? title) =>
        new() { ContentType = type, ContentItemId = contentItemId ?? "", DisplayText = title ?? "" };

    /// <summary>Whether the user may edit items of the type; a new item stands for all.</summary>
    private async Task<bool> MayEditAsync(string type)
    {
        var item = await _contents.NewAsync(type);
        item.Owner = User.Identity?.Name;
        return await _authorization.AuthorizeAsync(User, CommonPermissions.EditContent, item);
    }
}
