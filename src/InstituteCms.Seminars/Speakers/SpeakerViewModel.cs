using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.Speakers;

/// <summary>What the shapes of a speaker show.</summary>
public class SpeakerViewModel
{
    public ContentItem Item { get; set; } = null!; // Set by the driver before a shape is shown.

    public SpeakerPart Part { get; set; } = null!;

    /// <summary>Published events at which the speaker appears, the latest first.</summary>
    public IReadOnlyList<EventDetails> Appearances { get; set; } = [];
}
