using InstituteCms.Circulars;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Mails;

public sealed class MailMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int NameLength = 20;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OutboxIndex>(table => table
            .Column<string>(nameof(OutboxIndex.EventId), column => column.WithLength(IdLength))
            .Column<long>(nameof(OutboxIndex.RegistrationId))
            .Column<string>(nameof(OutboxIndex.Kind), column => column.WithLength(NameLength))
            .Column<string>(nameof(OutboxIndex.Status), column => column.WithLength(NameLength))
            .Column<DateTime>(nameof(OutboxIndex.DueUtc), column => column.Nullable())
            .Column<DateTime>(nameof(OutboxIndex.CreatedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<OutboxIndex>(table => table.CreateIndex(
            "IDX_OutboxIndex_Due", nameof(OutboxIndex.DueUtc), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<OutboxIndex>(table => table.CreateIndex(
            "IDX_OutboxIndex_Event", nameof(OutboxIndex.EventId), nameof(OutboxIndex.Status), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<OutboxIndex>(table => table.CreateIndex(
            "IDX_OutboxIndex_Status", nameof(OutboxIndex.Status), nameof(OutboxIndex.CreatedUtc)));
        await SchemaBuilder.CreateMapIndexTableAsync<EventMailTemplatesIndex>(table => table
            .Column<string>(nameof(EventMailTemplatesIndex.EventId), column => column.WithLength(IdLength)));
        await SchemaBuilder.AlterIndexTableAsync<EventMailTemplatesIndex>(table => table.CreateIndex(
            "IDX_EventMailTemplatesIndex_Event", nameof(EventMailTemplatesIndex.EventId), "DocumentId"));
        await SchemaBuilder.CreateTableAsync(MailMarks.Table, table => table
            .Column<long>("RegistrationId", column => column.PrimaryKey())
            .Column<string>("Mark", column => column.PrimaryKey().WithLength(MailMarks.MaxLength)));
        await AddCircularsAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await AddCircularsAsync();
        return 2;
    }

    private Task AddCircularsAsync() => SchemaBuilder.AlterIndexTableAsync<OutboxIndex>(table =>
        table.AddColumn<string>(nameof(OutboxIndex.Circular), column => column.Nullable().WithLength(CircularForm.KeyLength)));
}
