using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Content.Autoroute;

internal sealed class AutoroutePartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<AutoroutePartIndex>()
        .When(item => (item.Published || item.Latest) && item.Has<AutoroutePart>())
        .Map(item => item.TryGet<AutoroutePart>(out var part) && !part.Disabled && !string.IsNullOrEmpty(part.Path)
            ? new AutoroutePartIndex { ContentItemId = item.ContentItemId, Path = part.Path, Published = item.Published, Latest = item.Latest }
            : null!);
}

internal sealed class AutorouteMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(AutoroutePart), part => part
            .Attachable()
            .WithDescription("Provides a custom URL for the content item."));

        await SchemaBuilder.CreateMapIndexTableAsync<AutoroutePartIndex>(table => table
            .Column<string>(nameof(AutoroutePartIndex.ContentItemId), c => c.WithLength(26))
            .Column<string>(nameof(AutoroutePartIndex.ContainedContentItemId), c => c.Nullable().WithLength(26))
            .Column<string>(nameof(AutoroutePartIndex.JsonPath), c => c.Nullable().Unlimited())
            .Column<string>(nameof(AutoroutePartIndex.Path), c => c.WithLength(AutoroutePart.MaxPathLength))
            .Column<bool>(nameof(AutoroutePartIndex.Published))
            .Column<bool>(nameof(AutoroutePartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<AutoroutePartIndex>(table =>
        {
            table.CreateIndex("IDX_AutoroutePartIndex_Item", "DocumentId", nameof(AutoroutePartIndex.ContentItemId), nameof(AutoroutePartIndex.Published), nameof(AutoroutePartIndex.Latest));
            table.CreateIndex("IDX_AutoroutePartIndex_Path", "DocumentId", nameof(AutoroutePartIndex.Path), nameof(AutoroutePartIndex.Published));
        });

        await CreateLookupIndexAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateLookupIndexAsync();
        return 2;
    }

    /// <summary>The item at a path is found without looking at the other paths.</summary>
    private Task CreateLookupIndexAsync() => SchemaBuilder.AlterIndexTableAsync<AutoroutePartIndex>(table => table
        .CreateIndex("IDX_AutoroutePartIndex_Lookup", nameof(AutoroutePartIndex.Path), nameof(AutoroutePartIndex.Published)));
}
