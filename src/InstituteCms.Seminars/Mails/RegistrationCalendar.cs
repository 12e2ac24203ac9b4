using InstituteCms.Events;
using InstituteCms.Feeds;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Mails;

/// <summary>The event as a calendar file for one registrant: the public entry, and the join link, which the public file must not hold.</summary>
public sealed class RegistrationCalendar
{
    private readonly EventCalendar _calendar;
    private readonly PersonalLinks _links;

    public RegistrationCalendar(EventCalendar calendar, PersonalLinks links)
    {
        _calendar = calendar;
        _links = links;
    }

    /// <summary>The iCalendar file, or nothing while the event has no date.</summary>
    /// <param name="event">The event.</param>
    /// <param name="personalLink">Address of the registrant's own page; <see langword="null"/> where it is not at hand.</param>
    public async Task<string> WriteAsync(ContentItem @event, string? personalLink)
    {
        if (!EventCalendar.Holds(@event))
        {
            return "";
        }

        var joinUrl = @event.GetOrCreate<EventPart>().JoinUrl;
        return _calendar.WriteFor(@event, await _links.ToEventAsync(@event), new[] { joinUrl, personalLink }.OfType<string>());
    }
}
