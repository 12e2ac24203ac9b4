using OrchardCore.Data.Migration;
using OrchardCore.Users.Indexes;
using YesSql.Sql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Security;

/// <summary>The table users are found by, and the one document of roles.</summary>
internal sealed class SecurityMigrations : DataMigration
{
    private readonly ISession _session;

    public SecurityMigrations(ISession session) => _session = session;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<UserIndex>(table => table
            .Column<string>(nameof(UserIndex.UserId), column => column.WithLength(26))
            .Column<string>(nameof(UserIndex.NormalizedUserName), column => column.WithLength(255))
            .Column<string>(nameof(UserIndex.NormalizedEmail), column => column.WithLength(255))
            .Column<bool>(nameof(UserIndex.IsEnabled)));

        await SchemaBuilder.AlterIndexTableAsync<UserIndex>(table => table
            .CreateIndex("IDX_UserIndex_UserId", "DocumentId", nameof(UserIndex.UserId)));
        await SchemaBuilder.AlterIndexTableAsync<UserIndex>(table => table
            .CreateIndex("IDX_UserIndex_Names", "DocumentId", nameof(UserIndex.NormalizedUserName), nameof(UserIndex.NormalizedEmail)));

        await _session.SaveAsync(new RolesDocument());
        return 1;
    }
}
