using OrchardCore.ContentManagement;

namespace InstituteCms.Speakers;

/// <summary>A page of the list of speakers.</summary>
public sealed record SpeakerListViewModel(string? Words, Page<ContentItem> Page);
