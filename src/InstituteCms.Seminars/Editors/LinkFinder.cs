using InstituteCms.Events;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement;

namespace InstituteCms.Editors;

/// <summary>A link that an editor typed, and the id of the field it stands in.</summary>
public sealed record TypedLink(string Url, string Field);

/// <summary>Finds the links of an item that lead to other sites. The link to join is left out: to open it might be to join.</summary>
public static class LinkFinder
{
    public static IReadOnlyList<TypedLink> In(ContentItem item) =>
        [.. (item.ContentType == SeminarTypes.ForumReport ? In(item.GetOrCreate<ForumReportPart>()) : In(item.GetOrCreate<EventPart>()))
            .Where(link => LinkChecker.MayAsk(link.Url, out _))
            .DistinctBy(link => link.Url)];

    private static IEnumerable<TypedLink> In(EventPart part) =>
    [
        new(part.Venue.MapUrl ?? "", "EventPart_Venue_MapUrl"),
        .. part.Organizers.Index().Select(host => new TypedLink(host.Item.Url ?? "", $"EventPart_Organizers_{host.Index}__Url")),
        .. part.Materials.Index().Select(material => new TypedLink(material.Item.Url ?? "", $"EventPart_Materials_{material.Index}__Url")),
        .. RichText.Addresses(part.Abstract).Select(url => new TypedLink(url, "EventPart_Abstract")),
        .. RichText.Addresses(part.Notices).Select(url => new TypedLink(url, "EventPart_Notices")),
    ];

    private static IEnumerable<TypedLink> In(ForumReportPart part) => RichText.Addresses(part.Body).Select(url => new TypedLink(url, "ForumReportPart_Body"));
}
