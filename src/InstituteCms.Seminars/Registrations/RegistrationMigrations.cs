using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Registrations;

public sealed class RegistrationMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int StatusLength = 20;

    private readonly IContentDefinitionManager _contentDefinitions;

    public RegistrationMigrations(IContentDefinitionManager contentDefinitions) => _contentDefinitions = contentDefinitions;

    public async Task<int> CreateAsync()
    {
        await _contentDefinitions.AlterPartDefinitionAsync(nameof(RegistrationPart), part => part
            .Attachable()
            .WithDescription("Whether, when and for how many an event takes registrations."));
        await _contentDefinitions.AlterTypeDefinitionAsync("Event", type => type
            .WithPart(nameof(RegistrationPart), part => part.WithPosition("4")));

        await CreateRegistrationTablesAsync();
        await CreateSeatTablesAsync();
        await CreateOverviewIndexesAsync();
        await AddWaitingListAsync();
        return 3;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateOverviewIndexesAsync();
        await AddWaitingListAsync();
        return 3;
    }

    public async Task<int> UpdateFrom2Async()
    {
        await AddWaitingListAsync();
        return 3;
    }

    private async Task CreateRegistrationTablesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<RegistrationIndex>(table => table
            .Column<string>(nameof(RegistrationIndex.EventId), column => column.WithLength(IdLength))
            .Column<string>(nameof(RegistrationIndex.Status), column => column.WithLength(StatusLength))
            .Column<string>(nameof(RegistrationIndex.EmailKey), column => column.WithLength(EmailAddressKey.MaxLength))
            .Column<string>(nameof(RegistrationIndex.SearchText), column => column.WithLength(RegistrationIndexProvider.SearchTextLength))
            .Column<DateTime>(nameof(RegistrationIndex.CreatedUtc))
            .Column<bool>(nameof(RegistrationIndex.Erased)));
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.CreateIndex(
            "IDX_RegistrationIndex_Event", "DocumentId", nameof(RegistrationIndex.EventId), nameof(RegistrationIndex.Status), nameof(RegistrationIndex.EmailKey)));

        await SchemaBuilder.CreateMapIndexTableAsync<RegistrationLinkIndex>(table => table
            .Column<string>(nameof(RegistrationLinkIndex.TokenHash), column => column.WithLength(PersonalToken.HashLength)));
        await SchemaBuilder.AlterIndexTableAsync<RegistrationLinkIndex>(table => table.CreateIndex(
            "IDX_RegistrationLinkIndex_TokenHash", nameof(RegistrationLinkIndex.TokenHash), "DocumentId"));
    }

    private async Task CreateSeatTablesAsync()
    {
        await SchemaBuilder.CreateTableAsync(SeatLedger.SeatsTable, table => table
            .Column<string>("EventId", column => column.PrimaryKey().WithLength(IdLength))
            .Column<int>("SeatsTaken", column => column.NotNull().WithDefault(0))
            .Column<DateTime>("ErasedUtc", column => column.Nullable()));
        await SchemaBuilder.CreateTableAsync(SeatLedger.ClaimsTable, table => table
            .Column<string>("EventId", column => column.PrimaryKey().WithLength(IdLength))
            .Column<string>("EmailKey", column => column.PrimaryKey().WithLength(EmailAddressKey.MaxLength)));
    }

    private async Task AddWaitingListAsync()
    {
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table =>
        {
            table.AddColumn<long>(nameof(RegistrationIndex.Line), column => column.WithDefault(0));
            table.AddColumn<DateTime>(nameof(RegistrationIndex.LapsesUtc), column => column.Nullable());
        });
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.CreateIndex(
            "IDX_RegistrationIndex_Lapses", nameof(RegistrationIndex.Status), nameof(RegistrationIndex.LapsesUtc)));
        await SchemaBuilder.AlterTableAsync(SeatLedger.SeatsTable, table =>
        {
            table.AddColumn<int>("TakenByInvited", column => column.NotNull().WithDefault(0));
            table.AddColumn<int>("WaitedFor", column => column.NotNull().WithDefault(0));
            table.AddColumn<int>("Waiting", column => column.NotNull().WithDefault(0));
            table.AddColumn<int>("LastInLine", column => column.NotNull().WithDefault(0));
        });
    }

    // For the dashboard, whose question names no event.
    private Task CreateOverviewIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.CreateIndex(
        "IDX_RegistrationIndex_Created", nameof(RegistrationIndex.CreatedUtc)));
}
