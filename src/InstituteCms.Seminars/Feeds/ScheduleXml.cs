using System.Globalization;
using System.Xml.Linq;

namespace InstituteCms.Feeds;

/// <summary>A programme as <c>schedule.xml</c>.</summary>
internal static class ScheduleXml
{
    public const string Clock = "HH:mm";
    public const string Instant = "yyyy-MM-dd'T'HH:mm:sszzz";
    public const string Date = "yyyy-MM-dd";

    public static XElement Of(Schedule schedule) => new("schedule",
        new XElement("generator", new XAttribute("name", "InstituteCms")),
        new XElement("version", schedule.Version),
        new XElement("conference",
            new XElement("acronym", Acronym(schedule.Title)),
            new XElement("title", schedule.Title),
            schedule.Days is [var first, ..] ? new XElement("start", Day(first.Date)) : null,
            schedule.Days is [.., var last] ? new XElement("end", Day(last.Date)) : null,
            new XElement("days", schedule.Days.Count),
            new XElement("timeslot_duration", "00:05"),
            new XElement("base_url", schedule.BaseUrl),
            new XElement("time_zone_name", schedule.TimeZoneId)),
        schedule.Days.Select(day => new XElement("day",
            new XAttribute("index", day.Index),
            new XAttribute("date", Day(day.Date)),
            new XAttribute("start", Moment(day.Start)),
            new XAttribute("end", Moment(day.End)),
            day.Rooms.Select(room => new XElement("room", new XAttribute("name", room.Key), room.Select(Entry))))));

    /// <summary>A short name without blanks.</summary>
    internal static string Acronym(string title) => string.Concat(title.ToLowerInvariant().Where(char.IsLetterOrDigit));

    internal static string Moment(DateTimeOffset moment) => moment.ToString(Instant, CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString(Date, CultureInfo.InvariantCulture);

    private static XElement Entry(ScheduleEntry entry) => new("event",
        new XAttribute("guid", entry.UniqueId),
        new XAttribute("id", entry.Number),
        new XElement("date", Moment(entry.Start)),
        new XElement("start", entry.Start.ToString(Clock, CultureInfo.InvariantCulture)),
        new XElement("duration", entry.Duration),
        new XElement("room", entry.Room),
        new XElement("slug", entry.Slug),
        new XElement("url", entry.Url),
        new XElement("title", entry.Details.Title),
        new XElement("subtitle", entry.Details.Part.Subtitle),
        new XElement("track", entry.Details.Part.Series),
        new XElement("type", "seminar"),
        new XElement("language", entry.Language),
        new XElement("abstract", PlainText.Of(entry.Details.Part.Abstract)),
        new XElement("description"),
        new XElement("persons", entry.Persons.Select(person => new XElement("person", new XAttribute("id", person.Number), person.Name))),
        new XElement("links", entry.Details.Part.Materials.Select(link => new XElement("link", new XAttribute("href", link.Url ?? ""), link.Text))));
}
