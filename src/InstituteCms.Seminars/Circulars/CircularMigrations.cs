using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Circulars;

public sealed class CircularMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CircularIndex>(table => table
            .Column<string>(nameof(CircularIndex.EventId), column => column.WithLength(IdLength))
            .Column<string>(nameof(CircularIndex.Key), column => column.WithLength(CircularForm.KeyLength))
            .Column<DateTime>(nameof(CircularIndex.SentUtc)));
        await SchemaBuilder.AlterIndexTableAsync<CircularIndex>(table => table.CreateIndex(
            "IDX_CircularIndex_Event", nameof(CircularIndex.EventId), nameof(CircularIndex.SentUtc), "DocumentId"));
        return 1;
    }
}
