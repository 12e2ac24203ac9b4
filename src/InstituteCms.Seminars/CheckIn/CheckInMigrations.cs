using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.CheckIn;

public sealed class CheckInMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CheckInIndex>(table => table
            .Column<string>(nameof(CheckInIndex.EventId), column => column.WithLength(IdLength))
            .Column<int>(nameof(CheckInIndex.Seats)));
        await SchemaBuilder.AlterIndexTableAsync<CheckInIndex>(table => table.CreateIndex(
            "IDX_CheckInIndex_Event", nameof(CheckInIndex.EventId), "DocumentId"));
        return 1;
    }
}
