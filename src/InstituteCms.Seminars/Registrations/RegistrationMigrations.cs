using Dapper;
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
        await AddDeskListAsync();
        await CreateEventIndexesAsync();
        await AddOnlineSeatsAsync();
        await AddStatusRankAsync();
        return 6;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await CreateOverviewIndexesAsync();
        return 2;
    }

    public async Task<int> UpdateFrom2Async()
    {
        await AddWaitingListAsync();
        return 3;
    }

    public async Task<int> UpdateFrom3Async()
    {
        await AddDeskListAsync();
        foreach (var (id, registration) in await StoredRegistrations.ReadAsync(SchemaBuilder))
        {
            await SchemaBuilder.Connection.ExecuteAsync(
                $"""
                UPDATE {StoredRegistrations.Table(SchemaBuilder, nameof(RegistrationIndex))}
                SET "AffiliationKey" = @affiliation, "Seats" = @seats, "Invited" = @invited WHERE "DocumentId" = @id
                """,
                new { id, affiliation = RegistrationIndexProvider.AffiliationKey(registration.Affiliation), seats = registration.Seats, invited = registration.Invited },
                SchemaBuilder.Transaction);
        }

        return 4;
    }

    public async Task<int> UpdateFrom4Async()
    {
        await CreateEventIndexesAsync();
        await AddOnlineSeatsAsync();
        return 5;
    }

    public async Task<int> UpdateFrom5Async()
    {
        await AddStatusRankAsync();
        foreach (var (rank, status) in RegistrationStatusOrder.All.Index())
        {
            await SchemaBuilder.Connection.ExecuteAsync(
                $"""UPDATE {StoredRegistrations.Table(SchemaBuilder, nameof(RegistrationIndex))} SET "StatusRank" = @rank WHERE "Status" = @status""",
                new { rank, status = status.ToString() },
                SchemaBuilder.Transaction);
        }

        return 6;
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

    private async Task AddOnlineSeatsAsync()
    {
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.AddColumn<string>(
            nameof(RegistrationIndex.Mode), column => column.WithLength(StatusLength).WithDefault(nameof(AttendanceMode.InPerson))));
        await SchemaBuilder.AlterTableAsync(SeatLedger.SeatsTable, table =>
        {
            foreach (var column in (string[])["OnlineTaken", "OnlineTakenByInvited", "OnlineWaitedFor", "OnlineWaiting"])
            {
                table.AddColumn<int>(column, added => added.NotNull().WithDefault(0));
            }
        });
    }

    private Task AddStatusRankAsync() => SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table =>
        table.AddColumn<int>(nameof(RegistrationIndex.StatusRank), column => column.WithDefault(0)));

    // For who is asked for by name of the event: one person, or a line. An index that begins with the document helps neither.
    private Task CreateEventIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table =>
    {
        table.CreateIndex("IDX_RegistrationIndex_Person", nameof(RegistrationIndex.EventId), nameof(RegistrationIndex.EmailKey), "DocumentId");
        table.CreateIndex("IDX_RegistrationIndex_Line", nameof(RegistrationIndex.EventId), nameof(RegistrationIndex.Status), nameof(RegistrationIndex.Line), "DocumentId");
    });

    /// <summary>For the organisers' list of one event: its orders, the parties that wait, and what each of them keeps of it.</summary>
    private async Task AddDeskListAsync()
    {
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table =>
        {
            table.AddColumn<string>(nameof(RegistrationIndex.AffiliationKey), column => column.WithLength(RegistrationIndexProvider.AffiliationKeyLength).WithDefault(""));
            table.AddColumn<int>(nameof(RegistrationIndex.Seats), column => column.WithDefault(1));
            table.AddColumn<bool>(nameof(RegistrationIndex.Invited), column => column.WithDefault(false));
        });
        await SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.CreateIndex(
            "IDX_RegistrationIndex_EventCreated", nameof(RegistrationIndex.EventId), nameof(RegistrationIndex.CreatedUtc), "DocumentId"));
        await SchemaBuilder.CreateMapIndexTableAsync<KeptViewsIndex>(table => table
            .Column<string>(nameof(KeptViewsIndex.EventId), column => column.WithLength(IdLength))
            .Column<string>(nameof(KeptViewsIndex.UserName), column => column.WithLength(KeptViewsIndex.UserNameLength)));
        await SchemaBuilder.AlterIndexTableAsync<KeptViewsIndex>(table => table.CreateIndex(
            "IDX_KeptViewsIndex_Event", nameof(KeptViewsIndex.EventId), nameof(KeptViewsIndex.UserName), "DocumentId"));
    }

    // For the dashboard, whose question names no event.
    private Task CreateOverviewIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<RegistrationIndex>(table => table.CreateIndex(
        "IDX_RegistrationIndex_Created", nameof(RegistrationIndex.CreatedUtc)));
}
