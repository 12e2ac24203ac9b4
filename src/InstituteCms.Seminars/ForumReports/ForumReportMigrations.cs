using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.ForumReports;

/// <summary>The content type ForumReport and the table reports are found by.</summary>
public sealed class ForumReportMigrations : DataMigration
{
    private readonly IContentDefinitionManager _definitions;

    public ForumReportMigrations(IContentDefinitionManager definitions) => _definitions = definitions;

    public async Task<int> CreateAsync()
    {
        await _definitions.AlterPartDefinitionAsync(nameof(ForumReportPart), part => part
            .Attachable()
            .WithDisplayName("Forum report")
            .WithDescription("The published account of one event."));

        await _definitions.AlterTypeDefinitionAsync(SeminarTypes.ForumReport, type => type
            .WithDisplayName("Forum report")
            .WithDescription("The published account of one event.")
            .Creatable().Listable().Draftable().Versionable().Securable()
            .WithTitle()
            .WithAddress("reports/{{ ContentItem.DisplayText | slugify }}")
            .WithPart(nameof(ForumReportPart), part => part.WithPosition("3")));

        await SchemaBuilder.CreateMapIndexTableAsync<ForumReportPartIndex>(table => table
            .Column<string>(nameof(ForumReportPartIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(ForumReportPartIndex.EventId), column => column.WithLength(26))
            .Column<DateTime>(nameof(ForumReportPartIndex.PublishedUtc))
            .Column<bool>(nameof(ForumReportPartIndex.Published))
            .Column<bool>(nameof(ForumReportPartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<ForumReportPartIndex>(table =>
            table.CreateIndex("IDX_ForumReportPartIndex_Event", nameof(ForumReportPartIndex.EventId), nameof(ForumReportPartIndex.Published)));

        await CreateLookupIndexesAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateLookupIndexesAsync();
        return 2;
    }

    // One is found by its id, and the latest are listed, without looking at the others.
    private Task CreateLookupIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<ForumReportPartIndex>(table =>
    {
        table.CreateIndex("IDX_ForumReportPartIndex_Item", nameof(ForumReportPartIndex.ContentItemId), nameof(ForumReportPartIndex.Published), nameof(ForumReportPartIndex.Latest));
        table.CreateIndex("IDX_ForumReportPartIndex_PublishedUtc", nameof(ForumReportPartIndex.Published), nameof(ForumReportPartIndex.PublishedUtc));
    });
}
