using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Events;

/// <summary>The content type Event and the tables events are found by.</summary>
public sealed class EventMigrations : DataMigration
{
    private readonly IContentDefinitionManager _definitions;

    public EventMigrations(IContentDefinitionManager definitions) => _definitions = definitions;

    public async Task<int> CreateAsync()
    {
        await _definitions.AlterPartDefinitionAsync(nameof(EventPart), part => part
            .Attachable()
            .WithDisplayName("Event")
            .WithDescription("When, where, by whom and what for an event is held."));

        await _definitions.AlterTypeDefinitionAsync(SeminarTypes.Event, type => type
            .WithDisplayName("Event")
            .WithDescription("A seminar, lecture or forum.")
            .Creatable().Listable().Draftable().Versionable().Securable()
            .WithTitle()
            .WithAddress("events/{{ ContentItem.DisplayText | slugify }}")
            .WithPart(nameof(EventPart), part => part.WithPosition("3")));

        await CreateEventTableAsync();
        await CreateAppearanceTableAsync();
        await CreateListIndexAsync();
        await CreateStartIndexesAsync();
        await CreateItemIndexAsync();
        return 4;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateListIndexAsync();
        return 2;
    }

    public async Task<int> UpdateFrom2Async()
    {
        await CreateStartIndexesAsync();
        return 3;
    }

    public async Task<int> UpdateFrom3Async()
    {
        await CreateItemIndexAsync();
        return 4;
    }

    private async Task CreateEventTableAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<EventPartIndex>(table => table
            .Column<string>(nameof(EventPartIndex.ContentItemId), column => column.WithLength(26))
            .Column<DateTime>(nameof(EventPartIndex.StartUtc))
            .Column<DateTime>(nameof(EventPartIndex.EndUtc))
            .Column<int>(nameof(EventPartIndex.Year))
            .Column<string>(nameof(EventPartIndex.Series), column => column.WithLength(255))
            .Column<string>(nameof(EventPartIndex.Languages), column => column.WithLength(255))
            .Column<string>(nameof(EventPartIndex.Status), column => column.WithLength(20))
            .Column<string>(nameof(EventPartIndex.SearchText), column => column.Unlimited())
            .Column<bool>(nameof(EventPartIndex.Published))
            .Column<bool>(nameof(EventPartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<EventPartIndex>(table =>
        {
            table.CreateIndex("IDX_EventPartIndex_Start", "DocumentId", nameof(EventPartIndex.Published), nameof(EventPartIndex.StartUtc));
            table.CreateIndex("IDX_EventPartIndex_Upcoming", nameof(EventPartIndex.Published), nameof(EventPartIndex.EndUtc));
        });
    }

    private async Task CreateAppearanceTableAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AppearanceIndex>(table => table
            .Column<string>(nameof(AppearanceIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(AppearanceIndex.SpeakerId), column => column.WithLength(26))
            .Column<DateTime>(nameof(AppearanceIndex.StartUtc))
            .Column<bool>(nameof(AppearanceIndex.Published))
            .Column<bool>(nameof(AppearanceIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<AppearanceIndex>(table =>
            table.CreateIndex("IDX_AppearanceIndex_Speaker", nameof(AppearanceIndex.SpeakerId), nameof(AppearanceIndex.Published)));
    }

    // A page in the order of time begins where it is wanted and reads no further.
    private Task CreateStartIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<EventPartIndex>(table =>
    {
        table.CreateIndex("IDX_EventPartIndex_PublishedStart", nameof(EventPartIndex.Published), nameof(EventPartIndex.StartUtc));
        table.CreateIndex("IDX_EventPartIndex_LatestStart", nameof(EventPartIndex.Latest), nameof(EventPartIndex.StartUtc));
    });

    // One event is found by its id without looking at the others.
    private Task CreateItemIndexAsync() => SchemaBuilder.AlterIndexTableAsync<EventPartIndex>(table => table.CreateIndex(
        "IDX_EventPartIndex_Item", nameof(EventPartIndex.ContentItemId), nameof(EventPartIndex.Published), nameof(EventPartIndex.Latest)));

    // Holds all that EventListChoices reads, so that the rows themselves are not.
    private Task CreateListIndexAsync() => SchemaBuilder.AlterIndexTableAsync<EventPartIndex>(table => table.CreateIndex(
        "IDX_EventPartIndex_Choices",
        nameof(EventPartIndex.Latest), nameof(EventPartIndex.Year), nameof(EventPartIndex.Series), nameof(EventPartIndex.Languages)));
}
