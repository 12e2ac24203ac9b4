using System.Globalization;
using System.Text.Json.Nodes;
using InstituteCms.Registrations;

namespace InstituteCms.Events;

/// <summary>An event as schema.org describes one, for search engines.</summary>
public static class EventJsonLd
{
    private const string Schema = "https://schema.org/";

    /// <summary>JSON that may stand in a script element: what could end it is escaped.</summary>
    public static string Of(EventDetails details, SiteAddress site)
    {
        var part = details.Part;
        var url = site.Absolute(details.Address);
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["@id"] = url,
            ["name"] = details.Title,
            ["url"] = url,
            ["eventStatus"] = Schema + Status(part.Status),
            ["eventAttendanceMode"] = Schema + Mode(part),
        };

        Add("alternateName", part.Subtitle);
        Add("description", PlainText.Of(part.Abstract, 500));
        Add("startDate", Instant(part.StartUtc, part));
        Add("endDate", Instant(part.EndUtc, part));
        AddNode("location", Locations(part, url));
        AddNode("organizer", Organizers(part));
        AddNode("performer", Performers(details, site));
        AddNode("offers", Offer(details, site));
        AddNode("subjectOf", Report(details, site));
        AddNode("inLanguage", new JsonArray([.. part.Languages.Select(tag => JsonValue.Create(tag))]));
        AddNode("superEvent", part.Series is { Length: > 0 } series ? new JsonObject { ["@type"] = "EventSeries", ["name"] = series } : null);
        if (details.Facts is { RegistrationEnabled: true, Modes.Count: > 1 })
        {
            AddHybrid(json, details.Facts, url);
        }
        else if (details.Facts is { RegistrationEnabled: true, Capacity: { } capacity })
        {
            json["maximumAttendeeCapacity"] = capacity;
            json["remainingAttendeeCapacity"] = details.Facts.RemainingSeats;
        }

        return json.ToJsonString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                json[name] = value;
            }
        }

        void AddNode(string name, JsonNode? value)
        {
            if (value is JsonObject or JsonArray { Count: > 0 })
            {
                json[name] = value;
            }
        }
    }

    /// <summary>Seats at the venue and online, each with whether they are to be had.</summary>
    private static void AddHybrid(JsonObject json, AvailabilityFacts facts, string url)
    {
        var offers = new JsonArray();
        foreach (var mode in facts.Modes)
        {
            var one = facts.For(mode);
            var isOnline = mode == AttendanceMode.Online;
            if (one.Capacity is { } capacity)
            {
                json[isOnline ? "maximumVirtualAttendeeCapacity" : "maximumPhysicalAttendeeCapacity"] = capacity;
            }

            var offer = new JsonObject
            {
                ["@type"] = "Offer",
                ["name"] = isOnline ? "Online" : "In person",
                ["url"] = url + "/register",
                ["availability"] = Schema + (one.RemainingSeats == 0 ? "SoldOut" : "InStock"),
            };
            if (one.RemainingSeats is { } left)
            {
                offer["inventoryLevel"] = new JsonObject { ["@type"] = "QuantitativeValue", ["value"] = left };
            }

            offers.Add((JsonNode)offer);
        }

        json["offers"] = offers;
        if (facts.For(AttendanceMode.InPerson).Capacity + facts.For(AttendanceMode.Online).Capacity is { } total)
        {
            json["maximumAttendeeCapacity"] = total;
            json["remainingAttendeeCapacity"] = facts.Modes.Sum(mode => facts.For(mode).RemainingSeats);
        }
    }

    private static string Status(EventStatus status) => status switch
    {
        EventStatus.Cancelled => "EventCancelled",
        EventStatus.Postponed => "EventPostponed",
        EventStatus.MovedOnline => "EventMovedOnline",
        _ => "EventScheduled",
    };

    private static string Mode(EventPart part) => part switch
    {
        _ when part.IsOnlineOnly() => "OnlineEventAttendanceMode",
        { Format: EventFormat.Hybrid } => "MixedEventAttendanceMode",
        _ => "OfflineEventAttendanceMode",
    };

    /// <summary>An instant by the event's own clocks, with their offset (ISO 8601).</summary>
    internal static string? Instant(DateTime? utc, EventPart part) =>
        utc is { } known ? part.InZone(known).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    /// <summary>The venue and, for those who take part from afar, the event's page: the join link is the registrants' own.</summary>
    private static JsonArray Locations(EventPart part, string url)
    {
        var locations = new JsonArray();
        var online = part.IsOnlineOnly();
        if (!online && part.Venue is { Name: { Length: > 0 } name })
        {
            var place = new JsonObject { ["@type"] = "Place", ["name"] = name };
            if (!string.IsNullOrWhiteSpace(part.Venue.Address))
            {
                place["address"] = part.Venue.Address;
            }

            locations.Add((JsonNode)place);
        }

        if (online || part.Format == EventFormat.Hybrid)
        {
            locations.Add((JsonNode)new JsonObject { ["@type"] = "VirtualLocation", ["url"] = url });
        }

        return locations;
    }

    private static JsonArray Organizers(EventPart part) => new([.. part.Organizers.Select(organizer =>
    {
        var json = new JsonObject { ["@type"] = "Organization", ["name"] = organizer.Name };
        if (!string.IsNullOrWhiteSpace(organizer.Url))
        {
            json["url"] = organizer.Url;
        }

        return (JsonNode)json;
    })]);

    private static JsonArray Performers(EventDetails details, SiteAddress site) => new([.. details.Part.Speakers.Select(speaker =>
    {
        var json = new JsonObject { ["@type"] = "Person", ["name"] = speaker.Name };
        if (details.PageOf(speaker) is { } page)
        {
            json["url"] = site.Absolute(ContentAddress.AddressOf(page));
        }

        if (!string.IsNullOrWhiteSpace(speaker.Title))
        {
            json["jobTitle"] = speaker.Title;
        }

        if (!string.IsNullOrWhiteSpace(speaker.Affiliation))
        {
            json["affiliation"] = new JsonObject { ["@type"] = "Organization", ["name"] = speaker.Affiliation };
        }

        return (JsonNode)json;
    })]);

    /// <summary>A seat, where people register for one.</summary>
    private static JsonObject? Offer(EventDetails details, SiteAddress site)
    {
        if (!details.Facts.RegistrationEnabled)
        {
            return null;
        }

        var offer = new JsonObject
        {
            ["@type"] = "Offer",
            ["url"] = site.Absolute(details.Address + "/register"),
            ["availability"] = Schema + details.Availability switch
            {
                EventAvailability.Open => "InStock",
                EventAvailability.NotYetOpen => "PreOrder",
                EventAvailability.Waitlist => "BackOrder",
                EventAvailability.ByInvitation => "LimitedAvailability",
                EventAvailability.Full => "SoldOut",
                _ => "OutOfStock",
            },
        };
        if (Instant(details.Facts.OpensUtc, details.Part) is { } opens)
        {
            offer["availabilityStarts"] = opens;
        }

        if (Instant(details.Facts.ClosesUtc ?? details.Facts.StartUtc, details.Part) is { } closes)
        {
            offer["availabilityEnds"] = closes;
        }

        return offer;
    }

    private static JsonObject? Report(EventDetails details, SiteAddress site) => details.Report is { } report
        ? new() { ["@type"] = "Report", ["name"] = report.DisplayText, ["url"] = site.Absolute(ContentAddress.AddressOf(report)) }
        : null;
}
