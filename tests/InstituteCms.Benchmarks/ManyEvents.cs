using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstituteCms.Benchmarks;

/// <summary>Twenty years of a busy institute, as a package that *Move this site* puts in.</summary>
internal static class ManyEvents
{
    private const int PerStep = 100;
    private static readonly string[] _words = ["law", "ocean", "city", "peace", "energy", "climate", "border", "finance", "memory", "health", "labour", "data"];

    public static byte[] Package(int count, DateTime latest)
    {
        var events = Enumerable.Range(0, count).Select(number => Event(number, latest.AddHours(-9 * number))).Chunk(PerStep);
        var recipe = new JsonObject
        {
            ["steps"] = new JsonArray([.. events.Select(chunk => new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. chunk]) })]),
        };

        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("Recipe.json", CompressionLevel.Fastest).Open())
        {
            JsonSerializer.Serialize(entry, recipe);
        }

        return memory.ToArray();
    }

    private static JsonObject Event(int number, DateTime start)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"On {_words[number % 12]} and {_words[number / 12 % 12]}, {number}");
        return new()
        {
            ["ContentItemId"] = string.Create(CultureInfo.InvariantCulture, $"4many{number:D21}"),
            ["ContentItemVersionId"] = string.Create(CultureInfo.InvariantCulture, $"4vers{number:D21}"),
            ["ContentType"] = "Event",
            ["DisplayText"] = title,
            ["Latest"] = true,
            ["Published"] = number % 10 != 0,
            ["CreatedUtc"] = start.AddDays(-60),
            ["ModifiedUtc"] = start.AddDays(-30),
            ["PublishedUtc"] = start.AddDays(-50),
            ["Author"] = "admin",
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["AutoroutePart"] = new JsonObject { ["Path"] = string.Create(CultureInfo.InvariantCulture, $"events/many-{number}") },
            ["EventPart"] = new JsonObject
            {
                ["Series"] = string.Create(CultureInfo.InvariantCulture, $"Series {number % 15}"),
                ["Format"] = "InPerson",
                ["StartUtc"] = start,
                ["EndUtc"] = start.AddHours(2),
                ["TimeZoneId"] = "Asia/Tokyo",
                ["Venue"] = new JsonObject { ["Name"] = string.Create(CultureInfo.InvariantCulture, $"Room {number % 9}") },
                ["Languages"] = new JsonArray(number % 2 == 0 ? "en" : "ja"),
                ["Speakers"] = new JsonArray(new JsonObject { ["Name"] = "Naoko Tachibana", ["Role"] = "Speaker" }),
                ["Abstract"] = "<p>" + string.Concat(Enumerable.Repeat("What follows from it, and for whom. ", 20)) + "</p>",
                ["Status"] = number % 25 == 0 ? "Cancelled" : "Scheduled",
            },
            ["RegistrationPart"] = new JsonObject { ["Enabled"] = number % 3 == 0, ["Capacity"] = 40, ["RetentionDays"] = 90 },
        };
    }
}
