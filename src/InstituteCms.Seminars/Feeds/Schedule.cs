using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstituteCms.Events;

namespace InstituteCms.Feeds;

/// <summary>The programme of a series, as the programs of conferences exchange it (frab).</summary>
public sealed record Schedule(string Title, string BaseUrl, string Version, string TimeZoneId, IReadOnlyList<ScheduleDay> Days)
{
    /// <summary>The programme of those events that have a date and take place.</summary>
    public static Schedule Of(string title, IEnumerable<EventDetails> events, EventTexts texts, SiteAddress site)
    {
        var entries = events
            .Where(details => details.Part is { StartUtc: not null, EndUtc: not null, Status: EventStatus.Scheduled or EventStatus.MovedOnline })
            .OrderBy(details => details.Part.StartUtc)
            .Select(details => ScheduleEntry.Of(details, texts, site))
            .ToList();
        return new(
            title,
            site.Absolute("~/"),
            entries.Select(entry => entry.ModifiedUtc).DefaultIfEmpty(DateTime.UnixEpoch).Max().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            entries.Select(entry => entry.TimeZoneId).FirstOrDefault("Etc/UTC"),
            [.. entries.GroupBy(entry => DateOnly.FromDateTime(entry.Start.DateTime)).Select((day, place) => new ScheduleDay(place + 1, day.Key, [.. day]))]);
    }
}

/// <summary>One day of it.</summary>
public sealed record ScheduleDay(int Index, DateOnly Date, IReadOnlyList<ScheduleEntry> Entries)
{
    public DateTimeOffset Start => Entries.Min(entry => entry.Start);

    public DateTimeOffset End => Entries.Max(entry => entry.End);

    /// <summary>What is held where, by room.</summary>
    public IEnumerable<IGrouping<string, ScheduleEntry>> Rooms => Entries.GroupBy(entry => entry.Room);
}

/// <summary>One event of it.</summary>
public sealed record ScheduleEntry(EventDetails Details, string Room, string Url, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The format asks for a number: one that stays.</summary>
    public int Number => NumberOf(Details.Item.ContentItemId);

    public Guid UniqueId => new(SHA256.HashData(Encoding.UTF8.GetBytes(Details.Item.ContentItemId)).AsSpan(0, 16));

    public string Slug => Details.Address[(Details.Address.LastIndexOf('/') + 1)..];

    public string TimeZoneId => Details.Part.TimeZoneId;

    public DateTime ModifiedUtc => Details.Item.ModifiedUtc ?? DateTime.UnixEpoch;

    /// <summary>The first language spoken; the format has room for one.</summary>
    public string Language => Details.Part.Languages.FirstOrDefault("");

    public string Duration => string.Create(CultureInfo.InvariantCulture, $"{(int)(End - Start).TotalHours:00}:{(End - Start).Minutes:00}");

    public IReadOnlyList<(int Number, string Name)> Persons =>
        [.. Details.Part.Speakers.Where(speaker => !string.IsNullOrWhiteSpace(speaker.Name)).Select(speaker => (NumberOf(speaker.SpeakerId ?? speaker.Name!), speaker.Name!))];

    public static ScheduleEntry Of(EventDetails details, EventTexts texts, SiteAddress site) => new(
        details,
        texts.Place(details.Part) is { Length: > 0 } place ? place : "–",
        site.Absolute(details.Address),
        details.Part.InZone(details.Part.StartUtc!.Value), // Those without a date are left out before.
        details.Part.InZone(details.Part.EndUtc!.Value));

    private static int NumberOf(string id) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))) & int.MaxValue;
}
