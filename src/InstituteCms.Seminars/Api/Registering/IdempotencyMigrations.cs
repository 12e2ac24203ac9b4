using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Api.Registering;

public sealed class IdempotencyMigrations : DataMigration
{
    private const int HashLength = 64;
    private const int AnswerLength = 4_000;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateTableAsync(IdempotencyKeys.Table, table => table
            .Column<string>("KeyHash", column => column.PrimaryKey().WithLength(HashLength))
            .Column<string>("RequestHash", column => column.WithLength(HashLength))
            .Column<string>("Answer", column => column.WithLength(AnswerLength))
            .Column<DateTime>("CreatedUtc"));
        return 1;
    }
}
