using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using InstituteCms.Events;
using OrchardCore.Modules;

namespace InstituteCms.Feeds;

/// <summary>Events as an iCalendar file for everyone: without the join link, which is the registrants' own.</summary>
public sealed class EventCalendar
{
    private readonly SiteAddress _site;
    private readonly IClock _clock;

    public EventCalendar(SiteAddress site, IClock clock)
    {
        _site = site;
        _clock = clock;
    }

    /// <summary>The file; events without a date are left out.</summary>
    public string Write(IEnumerable<EventDetails> events)
    {
        var dated = events.Where(e => e.Part.StartUtc is not null && EventTimes.IsKnownZone(e.Part.TimeZoneId)).ToList();
        var calendar = new Calendar { ProductId = "-//InstituteCms//Seminars//EN", Method = "PUBLISH" };
        foreach (var zone in dated.GroupBy(e => e.Part.TimeZoneId))
        {
            var earliest = zone.Min(e => e.Part.StartUtc!.Value).AddYears(-1);
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, earliest, includeHistoricalData: false));
        }

        calendar.Events.AddRange(dated.Select(ToEntry));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private CalendarEvent ToEntry(EventDetails details)
    {
        var part = details.Part;
        var entry = new CalendarEvent
        {
            Uid = $"{details.Item.ContentItemId}@institutecms", // The same in every file of the event, so that a calendar updates its entry.
            DtStamp = new CalDateTime(_clock.UtcNow, "UTC"),
            Summary = details.Title,
            Start = Moment(part.StartUtc!.Value, part),
            Location = Where(part),
            Description = string.Join("\n\n", new[] { PlainText.Of(part.Abstract), _site.Absolute(details.Address) }.Where(line => line.Length > 0)),
            Url = new Uri(_site.Absolute(details.Address)),
            Status = part.Status switch
            {
                Events.EventStatus.Cancelled => "CANCELLED",
                Events.EventStatus.Postponed => "TENTATIVE",
                _ => "CONFIRMED",
            },
        };
        if (part.EndUtc is { } endUtc)
        {
            entry.End = Moment(endUtc, part);
        }

        if (details.Item.ModifiedUtc is { } modifiedUtc)
        {
            entry.LastModified = new CalDateTime(modifiedUtc, "UTC");
        }

        return entry;
    }

    private static CalDateTime Moment(DateTime utc, EventPart part) => new(EventTimes.ToLocal(utc, part.TimeZoneId), part.TimeZoneId);

    private static string Where(EventPart part) => part.Status == Events.EventStatus.MovedOnline || part.Format == EventFormat.Online
        ? ""
        : string.Join(", ", new[] { part.Venue.Name, part.Venue.Address }.Where(line => !string.IsNullOrEmpty(line)));
}
