using System.Globalization;
using InstituteCms.Events;
using InstituteCms.Feeds;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Mails;

/// <summary>What a mail does to its reader's calendar.</summary>
public enum CalendarUse
{
    None,

    /// <summary>Enters the event, or what it is now.</summary>
    Request,

    /// <summary>Takes the event away.</summary>
    Cancel,
}

/// <summary>The event as a calendar file for one registrant: the public entry, and the join link, which the public file must not hold.</summary>
public sealed class RegistrationCalendar
{
    private readonly EventCalendar _calendar;
    private readonly PersonalLinks _links;
    private readonly ISiteService _sites;
    private readonly IClock _clock;

    public RegistrationCalendar(EventCalendar calendar, PersonalLinks links, ISiteService sites, IClock clock)
    {
        _calendar = calendar;
        _links = links;
        _sites = sites;
        _clock = clock;
    }

    /// <summary>The file to download, or nothing while the event has no date.</summary>
    /// <param name="event">The event.</param>
    /// <param name="registration">Whose file it is.</param>
    /// <param name="personalLink">Address of the registrant's own page; <see langword="null"/> where it is not at hand.</param>
    public async Task<string> WriteAsync(ContentItem @event, Registration registration, string? personalLink) => EventCalendar.Holds(@event)
        ? _calendar.WriteFor(@event, await _links.ToEventAsync(@event), Lines(@event, registration, personalLink, hasSeat: true), new("PUBLISH", CalendarSequence.Of(@event.PublishedUtc)))
        : "";

    /// <summary>The file that a mail brings, or nothing.</summary>
    public async Task<string> WriteAsync(ContentItem @event, Registration registration, string? personalLink, CalendarUse use)
    {
        if (use == CalendarUse.None || !EventCalendar.Holds(@event))
        {
            return "";
        }

        var url = await _links.ToEventAsync(@event);
        var update = new CalendarUpdate(use == CalendarUse.Cancel ? "CANCEL" : "REQUEST", Sequence(@event, registration, use))
        {
            Organizer = await OrganizerAsync(@event, url),
            Attendee = (registration.Name, registration.Email),
        };
        return _calendar.WriteFor(@event, url, Lines(@event, registration, personalLink, use == CalendarUse.Request), update);
    }

    private static IEnumerable<string> Lines(ContentItem @event, Registration registration, string? personalLink, bool hasSeat)
    {
        var part = @event.GetOrCreate<EventPart>();
        return new[] { hasSeat && part.IsJoinedOnline(registration.Mode) ? part.JoinUrl : null, personalLink }.OfType<string>();
    }

    /// <summary>
    /// Grows with each published version of the event and with each step of the registration, so that a calendar knows the newer of two
    /// files: one who cancels and comes back gets the entry back.
    /// </summary>
    private int Sequence(ContentItem @event, Registration registration, CalendarUse use) => use == CalendarUse.Cancel
        ? CalendarSequence.Of(_clock.UtcNow)
        : new[] { CalendarSequence.Of(@event.PublishedUtc), CalendarSequence.Of(registration.CreatedUtc), CalendarSequence.Of(registration.CancelledUtc) + 1 }.Max();

    private async Task<(string Name, string Email)> OrganizerAsync(ContentItem @event, string eventUrl)
    {
        var name = @event.GetOrCreate<EventPart>().Organizers.Select(organizer => organizer.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
            ?? (await _sites.GetSiteSettingsAsync()).SiteName ?? "";
        var email = @event.GetOrCreate<RegistrationPart>().ContactEmail?.Trim();
        return (name, string.IsNullOrEmpty(email) ? string.Create(CultureInfo.InvariantCulture, $"no-reply@{HostOf(eventUrl)}") : email);
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.IdnHost : "localhost";
}
