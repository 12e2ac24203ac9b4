using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Updates;

/// <summary>A site of before tokens were found by their program and their yes.</summary>
public sealed class OpenIdUpdateTests
{
    private const string Indexes = "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('IDX_OpenIdIndex_Application', 'IDX_OpenIdIndex_Authorization')";

    [Fact]
    public async Task Indexes_are_made_when_the_site_is_updated()
    {
        await using var before = new TestSite { LeaveData = true };
        await StartAsync(before);
        await before.DisposeAsync();
        var database = SiteDatabase.In(before.Data);
        Assert.Equal(2, await database.NumberAsync(Indexes));
        await database.ExecuteAsync("""
            DROP INDEX IDX_OpenIdIndex_Application;
            DROP INDEX IDX_OpenIdIndex_Authorization;
            UPDATE Document SET Content = replace(Content, 'OpenIdMigrations","Version":2', 'OpenIdMigrations","Version":1') WHERE Type LIKE '%DataMigrationRecord%'
            """);
        Assert.Equal(0, await database.NumberAsync(Indexes));

        await using var after = new TestSite { Data = before.Data };
        await StartAsync(after);

        Assert.Equal(2, await database.NumberAsync(Indexes));
    }

    private static async Task StartAsync(TestSite site)
    {
        using var visitor = site.Visit(Institute.Department);
        await visitor.GetAsync("/");
    }
}
