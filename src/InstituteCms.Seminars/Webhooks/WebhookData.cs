using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Webhooks;

/// <summary>What messages say: what visitors see, never a join link, never who registers. The form is documented in <c>docs/headless.md</c>.</summary>
public static class WebhookData
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions _indented = new(_readable) { WriteIndented = true };

    /// <summary>The body of a message.</summary>
    public static string Body(WebhookKind kind, DateTime nowUtc, JsonObject data) => new JsonObject
    {
        ["type"] = WebhookKinds.NameOf(kind),
        ["timestamp"] = Instant(nowUtc),
        ["data"] = data,
    }.ToJsonString(_readable);

    /// <summary>The same for people: line by line.</summary>
    public static string Indented(string body) => JsonNode.Parse(body)!.ToJsonString(_indented);

    /// <summary>The event as it is announced.</summary>
    /// <param name="siteUrl">Address of the site, without a slash at its end.</param>
    public static JsonObject Event(ContentItem item, string siteUrl)
    {
        var part = item.GetOrCreate<EventPart>();
        var data = Item(item, siteUrl);
        Add(data, "subtitle", part.Subtitle);
        Add(data, "series", part.Series);
        data["status"] = Name(part.Status);
        data["format"] = Name(part.Format);
        Add(data, "startUtc", Instant(part.StartUtc));
        Add(data, "endUtc", Instant(part.EndUtc));
        data["timeZone"] = part.TimeZoneId;
        if (part.Venue.Name is { Length: > 0 })
        {
            data["venue"] = Named(("name", part.Venue.Name), ("address", part.Venue.Address));
        }

        data["languages"] = new JsonArray([.. part.Languages.Select(tag => JsonValue.Create(tag))]);
        data["organizers"] = new JsonArray([.. part.Organizers.Select(organizer => Named(("name", organizer.Name), ("url", organizer.Url)))]);
        data["speakers"] = new JsonArray([.. part.Speakers.Select(speaker => Named(
            ("id", speaker.SpeakerId), ("name", speaker.Name), ("role", speaker.Role), ("title", speaker.Title), ("affiliation", speaker.Affiliation), ("talkTitle", speaker.TalkTitle)))]);
        if (item.TryGet<RegistrationPart>(out var registration) && registration.Enabled)
        {
            var terms = Named(("opensUtc", Instant(registration.OpensUtc)), ("closesUtc", Instant(registration.ClosesUtc)));
            terms["capacity"] = registration.Capacity;
            data["registration"] = terms;
        }

        return data;
    }

    /// <summary>How many seats of an event are taken, and nothing else; those online apart where an event has both ways.</summary>
    public static JsonObject Seats(ContentItem item, string siteUrl, AvailabilityFacts facts)
    {
        var data = Item(item, siteUrl);
        Count(data, facts.For(AttendanceMode.InPerson));
        if (facts.Online is not null)
        {
            data["online"] = Count(new(), facts.For(AttendanceMode.Online));
        }

        return data;
    }

    /// <summary>The report.</summary>
    public static JsonObject Report(ContentItem item, string siteUrl)
    {
        var part = item.GetOrCreate<ForumReportPart>();
        var data = Item(item, siteUrl);
        Add(data, "eventId", part.EventId);
        Add(data, "summary", part.Summary);
        data["authors"] = new JsonArray([.. part.Authors.Select(author => JsonValue.Create(author))]);
        return data;
    }

    /// <summary>What a page is called that is no longer there.</summary>
    public static JsonObject Withdrawn(ContentItem item) => Named(("id", item.ContentItemId), ("title", item.DisplayText));

    /// <summary>Whether visitors read anything else than before.</summary>
    public static bool IsDifferent(ContentItem now, ContentItem before) => Seen(now) != Seen(before);

    private static string Seen(ContentItem item)
    {
        var isEvent = item.ContentType == SeminarTypes.Event;
        var part = (JsonObject)(isEvent ? JsonSerializer.SerializeToNode(item.GetOrCreate<EventPart>()) : JsonSerializer.SerializeToNode(item.GetOrCreate<ForumReportPart>()))!;
        part.Remove(nameof(EventPart.JoinUrl)); // Registrants' own.
        return (isEvent ? Event(item, "") : Report(item, "")).ToJsonString() + part.ToJsonString();
    }

    private static JsonObject Count(JsonObject data, AvailabilityFacts facts)
    {
        data["capacity"] = facts.Capacity;
        data["seatsTaken"] = facts.SeatsTaken;
        data["seatsLeft"] = facts.RemainingSeats;
        data["seatsWaitedFor"] = facts.SeatsWaitedFor;
        return data;
    }

    private static JsonObject Item(ContentItem item, string siteUrl) =>
        Named(("id", item.ContentItemId), ("url", siteUrl + ContentAddress.AddressOf(item)[1..]), ("title", item.DisplayText));

    private static JsonObject Named(params (string Name, string? Value)[] values)
    {
        var json = new JsonObject();
        foreach (var (name, value) in values)
        {
            Add(json, name, value);
        }

        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json[name] = value;
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? Instant(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
