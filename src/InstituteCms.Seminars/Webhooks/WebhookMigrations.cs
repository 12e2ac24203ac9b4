using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Webhooks;

public sealed class WebhookMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int NameLength = 20;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<WebhookEndpointIndex>(table => table
            .Column<bool>(nameof(WebhookEndpointIndex.IsActive))
            .Column<DateTime>(nameof(WebhookEndpointIndex.GivenUpUtc), column => column.Nullable())
            .Column<DateTime>(nameof(WebhookEndpointIndex.CreatedUtc)));
        await SchemaBuilder.CreateMapIndexTableAsync<WebhookMessageIndex>(table => table
            .Column<long>(nameof(WebhookMessageIndex.EndpointId))
            .Column<string>(nameof(WebhookMessageIndex.Subject), column => column.WithLength(IdLength))
            .Column<string>(nameof(WebhookMessageIndex.Status), column => column.WithLength(NameLength))
            .Column<DateTime>(nameof(WebhookMessageIndex.DueUtc), column => column.Nullable())
            .Column<DateTime>(nameof(WebhookMessageIndex.CreatedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<WebhookMessageIndex>(table => table.CreateIndex(
            "IDX_WebhookMessageIndex_Due", nameof(WebhookMessageIndex.DueUtc), nameof(WebhookMessageIndex.EndpointId), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<WebhookMessageIndex>(table => table.CreateIndex(
            "IDX_WebhookMessageIndex_Endpoint", nameof(WebhookMessageIndex.EndpointId), nameof(WebhookMessageIndex.CreatedUtc), "DocumentId"));
        await SchemaBuilder.CreateTableAsync(WebhookMarks.Table, table => table
            .Column<string>("EventId", column => column.PrimaryKey().WithLength(IdLength))
            .Column<DateTime>("EndedUtc", column => column.Nullable())
            .Column<int>("SeatsTaken", column => column.WithDefault(0))
            .Column<int>("WaitedFor", column => column.WithDefault(0))
            .Column<int>("OnlineTaken", column => column.WithDefault(0))
            .Column<int>("OnlineWaitedFor", column => column.WithDefault(0)));
        return 1;
    }
}
