using InstituteCms.Events;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace InstituteCms.Speakers;

/// <summary>Keeps the index table of speakers.</summary>
public sealed class SpeakerIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<SpeakerPartIndex>()
        .When(item => (item.Published || item.Latest) && item.Has<SpeakerPart>())
        .Map(item => ToRow(item, item.GetOrCreate<SpeakerPart>()));

    private static SpeakerPartIndex ToRow(ContentItem item, SpeakerPart part) => new()
    {
        ContentItemId = item.ContentItemId,
        Name = item.DisplayText ?? "",
        SearchText = SearchWords.TextOf(item.DisplayText, part.NativeName, part.Position, part.Organization),
        Published = item.Published,
        Latest = item.Latest,
    };
}
