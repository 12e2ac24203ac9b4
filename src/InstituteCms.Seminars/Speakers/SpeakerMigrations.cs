using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Speakers;

/// <summary>The content type Speaker and the table speakers are found by.</summary>
public sealed class SpeakerMigrations : DataMigration
{
    private readonly IContentDefinitionManager _definitions;

    public SpeakerMigrations(IContentDefinitionManager definitions) => _definitions = definitions;

    public async Task<int> CreateAsync()
    {
        await _definitions.AlterPartDefinitionAsync(nameof(SpeakerPart), part => part
            .Attachable()
            .WithDisplayName("Speaker")
            .WithDescription("Who a speaker is."));

        await _definitions.AlterTypeDefinitionAsync(SeminarTypes.Speaker, type => type
            .WithDisplayName("Speaker")
            .WithDescription("A person who talks at events; the title is the name.")
            .Creatable().Listable().Draftable().Versionable().Securable()
            .WithTitle()
            .WithAddress("speakers/{{ ContentItem.DisplayText | slugify }}")
            .WithPart(nameof(SpeakerPart), part => part.WithPosition("3")));

        await SchemaBuilder.CreateMapIndexTableAsync<SpeakerPartIndex>(table => table
            .Column<string>(nameof(SpeakerPartIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(SpeakerPartIndex.Name), column => column.WithLength(255))
            .Column<string>(nameof(SpeakerPartIndex.SearchText), column => column.Unlimited())
            .Column<bool>(nameof(SpeakerPartIndex.Published))
            .Column<bool>(nameof(SpeakerPartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<SpeakerPartIndex>(table =>
            table.CreateIndex("IDX_SpeakerPartIndex_Name", nameof(SpeakerPartIndex.Published), nameof(SpeakerPartIndex.Name)));

        await CreateItemIndexAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateItemIndexAsync();
        return 2;
    }

    // One is found by its id without looking at the others.
    private Task CreateItemIndexAsync() => SchemaBuilder.AlterIndexTableAsync<SpeakerPartIndex>(table => table.CreateIndex(
        "IDX_SpeakerPartIndex_Item", nameof(SpeakerPartIndex.ContentItemId), nameof(SpeakerPartIndex.Published), nameof(SpeakerPartIndex.Latest)));
}
