using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Exports.Paper;

/// <summary>Names on paper, for the door. No file is kept here; that somebody took one is written down.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationPaperController : Controller
{
    private readonly PaperGuests _guests;
    private readonly PaperFonts _fonts;
    private readonly NameList _list;
    private readonly EventTexts _texts;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public RegistrationPaperController(
        PaperGuests guests,
        PaperFonts fonts,
        NameList list,
        EventTexts texts,
        EventAccess access,
        INotifier notifier,
        IClock clock,
        IStringLocalizer<RegistrationPaperController> localizer,
        IHtmlLocalizer<RegistrationPaperController> htmlLocalizer)
    {
        _guests = guests;
        _fonts = fonts;
        _list = list;
        _texts = texts;
        _access = access;
        _notifier = notifier;
        _clock = clock;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>A list of names with boxes to tick.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="id">Those who were ticked; nobody for all that <paramref name="filter"/> finds.</param>
    /// <param name="all">Whether everybody is meant whom the filter finds, whoever was ticked.</param>
    /// <param name="filter">What the list showed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/NameList", "SeminarsNameList")]
    public Task<IActionResult> List(string eventId, long[] id, bool all, RegistrationFilter filter, CancellationToken cancellationToken) =>
        WriteAsync(eventId, all ? [] : id, filter, "name-list", title => S["Name list: {0}", title], onSite: false, (pen, @event, part, guests) =>
            _list.Write(pen, @event, guests, part.Format == EventFormat.Hybrid, _texts.Moment(_clock.UtcNow, part)), cancellationToken);

    /// <summary>Name cards to cut out, for those who come to the venue.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/NameCards", "SeminarsNameCards")]
    public Task<IActionResult> Cards(string eventId, long[] id, bool all, RegistrationFilter filter, CancellationToken cancellationToken) =>
        WriteAsync(eventId, all ? [] : id, filter, "name-cards", title => S["Name cards: {0}", title], onSite: true, (pen, @event, _, guests) =>
            NameCards.Write(pen, @event, guests), cancellationToken);

    private async Task<IActionResult> WriteAsync(
        string eventId,
        long[] ids,
        RegistrationFilter filter,
        string fileName,
        Func<string, string> nameOf,
        bool onSite,
        Action<PaperPen, PaperEvent, EventPart, IReadOnlyList<PaperGuest>> write,
        CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ExportRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        var guests = await _guests.ReadAsync(@event, ids, filter, onSite, cancellationToken);
        if (guests.Count == 0 || !_fonts.WritesJapanese)
        {
            await _notifier.WarningAsync(guests.Count == 0
                ? H["Nobody among these comes to the event: there are no names to print."]
                : H["No font on this machine can write Japanese names. Ask whoever runs the site to install one, for example Noto Sans CJK (the package fonts-noto-cjk)."]);
            return Redirect(Url.Action("Event", "RegistrationAdmin", new { eventId }) + filter.ToQuery());
        }

        var part = @event.GetOrCreate<EventPart>();
        var stream = new MemoryStream(); // The result closes it.
        using (var pen = new PaperPen(_fonts, stream, nameOf(@event.DisplayText ?? "")))
        {
            write(pen, new(@event.DisplayText ?? "", _texts.Day(part), _texts.When(part), _texts.Place(part)), part, guests);
        }

        stream.Position = 0;
        Response.Headers.CacheControl = "no-cache, no-store";
        return File(stream, "application/pdf", $"{fileName}-{eventId}.pdf");
    }
}
