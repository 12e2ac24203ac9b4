using System.Globalization;
using System.Text.Json.Nodes;

namespace InstituteCms.Feeds;

/// <summary>A programme as <c>schedule.json</c>.</summary>
internal static class ScheduleJson
{
    public static JsonObject Of(Schedule schedule) => new()
    {
        ["schedule"] = new JsonObject
        {
            ["version"] = schedule.Version,
            ["base_url"] = schedule.BaseUrl,
            ["conference"] = new JsonObject
            {
                ["acronym"] = ScheduleXml.Acronym(schedule.Title),
                ["title"] = schedule.Title,
                ["start"] = schedule.Days is [var first, ..] ? ScheduleXml.Day(first.Date) : null,
                ["end"] = schedule.Days is [.., var last] ? ScheduleXml.Day(last.Date) : null,
                ["daysCount"] = schedule.Days.Count,
                ["timeslot_duration"] = "00:05",
                ["time_zone_name"] = schedule.TimeZoneId,
                ["rooms"] = new JsonArray([.. schedule.Days.SelectMany(day => day.Rooms).Select(room => room.Key).Distinct().Select(name => new JsonObject { ["name"] = name })]),
                ["days"] = new JsonArray([.. schedule.Days.Select(Day)]),
            },
        },
    };

    private static JsonObject Day(ScheduleDay day)
    {
        var rooms = new JsonObject();
        foreach (var room in day.Rooms)
        {
            rooms[room.Key] = new JsonArray([.. room.Select(Entry)]);
        }

        return new()
        {
            ["index"] = day.Index,
            ["date"] = ScheduleXml.Day(day.Date),
            ["day_start"] = ScheduleXml.Moment(day.Start),
            ["day_end"] = ScheduleXml.Moment(day.End),
            ["rooms"] = rooms,
        };
    }

    private static JsonObject Entry(ScheduleEntry entry) => new()
    {
        ["guid"] = entry.UniqueId.ToString(),
        ["id"] = entry.Number,
        ["date"] = ScheduleXml.Moment(entry.Start),
        ["start"] = entry.Start.ToString(ScheduleXml.Clock, CultureInfo.InvariantCulture),
        ["duration"] = entry.Duration,
        ["room"] = entry.Room,
        ["slug"] = entry.Slug,
        ["url"] = entry.Url,
        ["title"] = entry.Details.Title,
        ["subtitle"] = entry.Details.Part.Subtitle ?? "",
        ["track"] = entry.Details.Part.Series ?? "",
        ["type"] = "seminar",
        ["language"] = entry.Language,
        ["abstract"] = PlainText.Of(entry.Details.Part.Abstract),
        ["description"] = "",
        ["persons"] = new JsonArray([.. entry.Persons.Select(person => new JsonObject { ["id"] = person.Number, ["public_name"] = person.Name })]),
        ["links"] = new JsonArray([.. entry.Details.Part.Materials.Select(link => new JsonObject { ["url"] = link.Url, ["title"] = link.Text })]),
    };
}
