using InstituteCms.Events;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;

namespace InstituteCms.Previews;

/// <summary>An item as others will see it, in one way.</summary>
public sealed class PreviewShown
{
    public required ContentItem Item { get; init; }

    public required PreviewView View { get; init; }

    /// <summary>In which ways the item can be looked at.</summary>
    public required IReadOnlyList<PreviewView> Views { get; init; }

    /// <summary>The link by which it is looked at; none for an editor.</summary>
    public PreviewLink? Link { get; init; }

    /// <summary>The secret of <see cref="Link"/>.</summary>
    public string? Secret { get; init; }

    public IShape? Shape { get; set; }

    public EventDetails? Event { get; set; }

    public ReportEntry? Report { get; set; }

    public MailPreview? Mail { get; set; }

    public CalendarPreview? Calendar { get; set; }
}

/// <summary>An event as a calendar shows it, and as the file says it.</summary>
/// <param name="File">The iCalendar file; empty while the event has no date.</param>
public sealed record CalendarPreview(string Title, string When, string Place, string Description, string File);

/// <summary>The page around a preview.</summary>
public sealed record PreviewPage(
    ContentItem Item,
    PreviewView View,
    IReadOnlyList<PreviewView> Views,
    bool Phone,
    string Language,
    IReadOnlyList<string> Languages,
    IReadOnlyList<PreviewLink> Links,
    string? NewLink,
    bool MayEdit);
