using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Feeds;

/// <summary>What a calendar is to do with a file (RFC 5546), and which of two files is the newer.</summary>
/// <param name="Method">PUBLISH, REQUEST or CANCEL; the last two name their parties.</param>
public sealed record CalendarUpdate(string Method, int Sequence)
{
    public (string Name, string Email)? Organizer { get; init; }

    public (string Name, string Email)? Attendee { get; init; }
}

/// <summary>Events as an iCalendar file.</summary>
public sealed class EventCalendar
{
    private readonly SiteAddress _site;
    private readonly IClock _clock;

    public EventCalendar(SiteAddress site, IClock clock)
    {
        _site = site;
        _clock = clock;
    }

    /// <summary>Whether a file can hold the event: it has a date, and a zone to say it in.</summary>
    public static bool Holds(ContentItem @event) =>
        @event.GetOrCreate<EventPart>() is { StartUtc: not null } part && EventTimes.IsKnownZone(part.TimeZoneId);

    /// <summary>The file for everyone: without the join link, which is the registrants' own. Events that it cannot hold are left out.</summary>
    public string Write(IEnumerable<ContentItem> events) =>
        Write([.. events.Where(Holds).Select(item => ToEntry(item, _site.Absolute(ContentAddress.AddressOf(item)), []))]);

    /// <summary>The file of one event, with the same entry and further lines, for those they are meant for.</summary>
    public string WriteFor(ContentItem @event, string address, IEnumerable<string> lines, CalendarUpdate update)
    {
        var entry = ToEntry(@event, address, lines);
        entry.Sequence = update.Sequence;
        if (update.Organizer is { } organizer)
        {
            entry.Organizer = new() { CommonName = organizer.Name, Value = MailTo(organizer.Email) };
        }

        if (update.Attendee is { } attendee)
        {
            // Whoever registered has said yes already: calendars need not ask.
            entry.Attendees.Add(new() { CommonName = attendee.Name, Value = MailTo(attendee.Email), ParticipationStatus = "ACCEPTED", Role = "REQ-PARTICIPANT", Rsvp = false });
        }

        if (update.Method == "CANCEL")
        {
            entry.Status = "CANCELLED";
        }

        return Write([entry], update.Method);
    }

    private static Uri MailTo(string email) => new($"mailto:{email}");

    private static string Write(IReadOnlyList<CalendarEvent> entries, string method = "PUBLISH")
    {
        var calendar = new Calendar { ProductId = "-//InstituteCms//Seminars//EN", Method = method };
        foreach (var zone in entries.GroupBy(entry => entry.Start!.TzId!))
        {
            calendar.AddTimeZone(CalendarZone.Of(zone.Key, zone.Min(entry => entry.Start!.AsUtc), zone.Max(entry => (entry.End ?? entry.Start)!.AsUtc)));
        }

        calendar.Events.AddRange(entries);
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private CalendarEvent ToEntry(ContentItem item, string address, IEnumerable<string> lines)
    {
        var part = item.GetOrCreate<EventPart>();
        return new()
        {
            Uid = $"{item.ContentItemId}@institutecms", // The same in every file of the event, so that a calendar updates its entry.
            DtStamp = new CalDateTime(_clock.UtcNow, "UTC"),
            Sequence = CalendarSequence.Of(item.PublishedUtc),
            LastModified = item.ModifiedUtc is { } modifiedUtc ? new CalDateTime(modifiedUtc, "UTC") : null,
            Summary = item.DisplayText,
            Start = Moment(part.StartUtc!.Value, part), // See Holds.
            End = part.EndUtc is { } endUtc ? Moment(endUtc, part) : null,
            Location = EventTexts.Venue(part),
            Description = string.Join("\n\n", lines.Prepend(address).Prepend(PlainText.Of(part.Abstract)).Where(line => line.Length > 0)),
            Url = Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null,
            Status = part.Status switch
            {
                Events.EventStatus.Cancelled => "CANCELLED",
                Events.EventStatus.Postponed => "TENTATIVE",
                _ => "CONFIRMED",
            },
        };
    }

    private static CalDateTime Moment(DateTime utc, EventPart part) => new(EventTimes.ToLocal(utc, part.TimeZoneId), part.TimeZoneId);
}
