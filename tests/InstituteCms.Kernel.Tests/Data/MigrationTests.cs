using InstituteCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Data.Migration.Records;
using Xunit;
using YesSql;
using YesSql.Sql;
using DataMigration = OrchardCore.Data.Migration.DataMigration;

namespace InstituteCms.Kernel.Tests.Data;

public abstract class MigrationTests(Backend backend)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_tenant_creates_and_an_older_one_is_updated_each_step_once()
    {
        await using var tenant = await DataTenant.CreateAsync(backend, services => services.AddDataMigration<Steps>());
        await UpdateAsync(tenant);
        Assert.Equal(["Create", "UpdateFrom2", "UpdateFrom3"], await NotesAsync(tenant));

        await UpdateAsync(tenant);
        Assert.Equal(3, (await NotesAsync(tenant)).Length);

        await tenant.UsingAsync(async (ISession session) =>
        {
            var record = await session.Query<DataMigrationRecord>().FirstOrDefaultAsync(Token);
            Assert.Equal(4, Assert.Single(record.DataMigrations).Version);
            record.DataMigrations[0].Version = 3;
            await session.SaveAsync(record);
        });
        await UpdateAsync(tenant);
        Assert.Equal(["Create", "UpdateFrom2", "UpdateFrom3", "UpdateFrom3"], await NotesAsync(tenant));
    }

    [Fact]
    public async Task A_failing_migration_is_undone_and_tells_and_those_before_it_stay()
    {
        await using var tenant = await DataTenant.CreateAsync(backend, services => services.AddDataMigration<Steps>().AddDataMigration<Failing>());

        await Assert.ThrowsAsync<InvalidOperationException>(() => UpdateAsync(tenant));
        await Assert.ThrowsAsync<InvalidOperationException>(() => UpdateAsync(tenant));

        Assert.Equal(3, (await NotesAsync(tenant)).Length);
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_run_a_migration_once()
    {
        await using var first = await DataTenant.CreateAsync(backend, services => services.AddDataMigration<Steps>());
        await using var second = first.OtherNode(services => services.AddDataMigration<Steps>());

        await Task.WhenAll(Task.Run(() => UpdateAsync(first), Token), Task.Run(() => UpdateAsync(second), Token));

        Assert.Equal(3, (await NotesAsync(first)).Length);
    }

    [Fact]
    public async Task Tables_change_in_place()
    {
        await using var tenant = await DataTenant.CreateAsync(backend, services => services.AddDataMigration<Tables>());
        await UpdateAsync(tenant);

        await tenant.UsingAsync(async (ISession session) =>
        {
            await using var command = (await session.CreateConnectionAsync(Token)).CreateCommand();
            command.CommandText = """SELECT * FROM "t1_Things" """;
            await using var reader = await command.ExecuteReaderAsync(Token);
            Assert.Equal(["Id", "New", "Added"], Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        });
    }

    private static Task UpdateAsync(DataTenant tenant) =>
        tenant.UsingAsync((IServiceProvider services) => services.GetRequiredService<DataMigrationManager>().UpdateAsync());

    private static async Task<string[]> NotesAsync(DataTenant tenant)
    {
        await using var session = tenant.Store.CreateSession();
        return [.. (await session.Query<Note>().ListAsync(Token)).Select(note => note.Text)];
    }

    public sealed class Steps(ISession session) : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await session.SaveAsync(new Note { Text = "Create" });
            return 2;
        }

        public static int UpdateFrom1() => throw new InvalidOperationException("Create has done this.");

        public async Task<int> UpdateFrom2Async()
        {
            await session.SaveAsync(new Note { Text = "UpdateFrom2" });
            return 3;
        }

        public int UpdateFrom3()
        {
            _ = session.SaveAsync(new Note { Text = "UpdateFrom3" });
            return 4;
        }
    }

    public sealed class Failing : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await SchemaBuilder.CreateTableAsync("Half", table => table.Column<int>("Id"));
            throw new InvalidOperationException();
        }
    }

    public sealed class Tables : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await SchemaBuilder.CreateTableAsync("Things", table => table
                .Column<long>("Id", column => column.PrimaryKey().Identity())
                .Column<string>("Old")
                .Column<string>("Gone"));
            await SchemaBuilder.AlterTableAsync("Things", table =>
            {
                table.CreateIndex("IDX_Things_Old", "Old");
                table.DropIndex("IDX_Things_Old");
                table.RenameColumn("Old", "New");
                table.DropColumn("Gone");
                table.AddColumn<int>("Added", column => column.NotNull().WithDefault(0));
            });
            return 1;
        }
    }
}
