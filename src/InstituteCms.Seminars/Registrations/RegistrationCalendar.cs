using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>The event as a calendar file for one registrant: with the join link, which the public file must not hold.</summary>
public static class RegistrationCalendar
{
    /// <summary>The iCalendar file, or nothing while the event has no date.</summary>
    /// <param name="event">The event.</param>
    /// <param name="personalLink">Address of the registrant's own page.</param>
    /// <param name="nowUtc">Instant of writing.</param>
    public static string Write(ContentItem @event, string personalLink, DateTime nowUtc)
    {
        var part = @event.GetOrCreate<EventPart>();
        if (part is not { StartUtc: { } startUtc, EndUtc: { } endUtc } || !EventTimes.IsKnownZone(part.TimeZoneId))
        {
            return "";
        }

        var calendar = new Calendar { ProductId = "-//InstituteCms//Seminars//EN", Method = "PUBLISH" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(part.TimeZoneId, startUtc.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{@event.ContentItemId}@institutecms", // The same in every file of the event, so that a calendar updates its entry.
            DtStamp = new CalDateTime(nowUtc, "UTC"),
            Summary = @event.DisplayText,
            Start = Moment(startUtc, part),
            End = Moment(endUtc, part),
            Location = Where(part),
            Description = string.Join('\n', new[] { part.JoinUrl, personalLink }.Where(line => !string.IsNullOrEmpty(line))),
            Status = part.Status == Events.EventStatus.Cancelled ? "CANCELLED" : "CONFIRMED",
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalDateTime Moment(DateTime utc, EventPart part) => new(EventTimes.ToLocal(utc, part.TimeZoneId), part.TimeZoneId);

    private static string Where(EventPart part) =>
        string.Join(", ", new[] { part.Venue.Name, part.Venue.Address }.Where(line => !string.IsNullOrEmpty(line)));
}
