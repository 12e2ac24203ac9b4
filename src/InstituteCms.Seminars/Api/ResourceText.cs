using InstituteCms.Events;

namespace InstituteCms.Api;

/// <summary>What parts hold, as the API says it: nothing rather than an empty text.</summary>
internal static class ResourceText
{
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    public static DateTimeOffset? Instant(DateTime? utc) => utc is { } known ? new(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;

    public static ChairResource? Chair(Chair chair) => Of(chair.Name) is { } name ? new() { Name = name, Title = Of(chair.Title) } : null;

    public static IReadOnlyList<LinkResource> Links(IEnumerable<TextLink> links) =>
        [.. links.Where(link => Of(link.Url) is not null).Select(link => new LinkResource { Text = Of(link.Text) ?? link.Url!, Url = link.Url! })];
}
