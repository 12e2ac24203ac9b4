using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace InstituteCms.ForumReports;

/// <summary>Keeps the index table of reports.</summary>
public sealed class ForumReportIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ForumReportPartIndex>()
        .When(item => (item.Published || item.Latest) && item.Has<ForumReportPart>())
        .Map(item => new ForumReportPartIndex
        {
            ContentItemId = item.ContentItemId,
            EventId = item.GetOrCreate<ForumReportPart>().EventId,
            PublishedUtc = item.PublishedUtc,
            Published = item.Published,
            Latest = item.Latest,
        });
}
