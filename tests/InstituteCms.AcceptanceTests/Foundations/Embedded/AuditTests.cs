using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Who did what is written down for administrators, and nobody's registration is.</summary>
public sealed class AuditTests : IClassFixture<TestSite>
{
    private const string Trail = "/Admin/Audit";

    private readonly TestSite _site;

    public AuditTests(TestSite site) => _site = site;

    [Fact]
    public async Task Acts_of_editors_and_administrators_are_written_down_with_who_and_what()
    {
        using var editor = await _site.SignedInAsync("Editor", "auditee");
        await editor.CreateEventAsync("=Watched");
        using var administrator = await AdministratorAsync();

        var page = await administrator.GetAsync(Trail + "?q=auditee");

        Assert.Contains(Rows(page), row => row.Contains("auditee", StringComparison.Ordinal) && row.Contains("Made public", StringComparison.Ordinal) && row.Contains("=Watched", StringComparison.Ordinal));
        Assert.Contains(Rows(page), row => row.Contains("Signed in", StringComparison.Ordinal));
        Assert.Contains(Rows(page), row => row.StartsWith("admin", StringComparison.Ordinal) && row.Contains("Added a user", StringComparison.Ordinal));
        Assert.All(Rows(await administrator.GetAsync(Trail + "?category=Content")), row => Assert.DoesNotContain("Signed in", row, StringComparison.Ordinal));

        var table = await (await administrator.Http.GetAsync("/graspp/Admin/Audit/Export?q=auditee", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(",'=Watched,", table, StringComparison.Ordinal);
        Assert.Contains("Exported data", (await administrator.GetAsync(Trail + "?category=Export")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_of_registrations_is_written_down_without_anybody_who_registered()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("unseen@example.org", "Unseen Person");
        using var administrator = await AdministratorAsync();
        var id = (await administrator.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];
        var table = await administrator.GetAsync($"/Admin/Seminars/Registrations/{id}/Export");
        Assert.Contains("unseen@example.org", table.Html, StringComparison.Ordinal);

        var page = await administrator.GetAsync(Trail + "?category=Export");

        Assert.Contains(Rows(page), row => row.Contains("Exported data", StringComparison.Ordinal) && row.Contains("What Cities Promise", StringComparison.Ordinal) && row.Contains($"registrations-{id}.csv", StringComparison.Ordinal));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "AuditEntry%unseen"));
        Assert.DoesNotContain("nseen", (await administrator.GetAsync(Trail)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_for_a_person_is_written_down_without_the_person()
    {
        using var administrator = await AdministratorAsync();
        await administrator.SubmitAsync(await administrator.GetAsync("/Admin/Seminars/FindPerson"), "form[action$='FindPerson/Search']", ("Email", "sought.after@example.org"));

        Assert.Contains(Rows(await administrator.GetAsync(Trail + "?category=Export")), row => row.Contains("Looked for a person", StringComparison.Ordinal));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "sought.after"));
    }

    [Fact]
    public async Task Role_and_preview_link_are_written_down_in_words_of_the_readers_language()
    {
        using var administrator = await AdministratorAsync();
        var role = await administrator.GetAsync("/Admin/Roles/Edit/Viewer");
        await administrator.SubmitAsync(role, "form:has([name=permissions])", ("permissions", "Edit_Event"));
        var id = (await administrator.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];
        await administrator.SubmitAsync(await administrator.GetAsync($"/Admin/Seminars/Previews/{id}"), "form[action$='/Links']", ("days", "1"));

        Assert.Contains(Rows(await administrator.GetAsync(Trail + "?category=People")), row => row.Contains("Changed a role Viewer", StringComparison.Ordinal) && row.Contains("+Edit Event for others", StringComparison.Ordinal));
        Assert.Contains(Rows(await administrator.GetAsync(Trail + "?category=Content")), row => row.Contains("Made a link to a preview What Cities Promise", StringComparison.Ordinal));

        using var japanese = _site.Visit(Institute.Department, "ja");
        await japanese.SignInAsync();
        Assert.Contains(Rows(await japanese.GetAsync(Trail + "?category=People")), row => row.Contains("+他の人のイベントの編集", StringComparison.Ordinal));
        await japanese.SubmitAsync(await japanese.GetAsync("/Admin/Settings/general"), "form:has([name=SiteName])", ("AuditDays", "400"));
        Assert.Contains(Rows(await japanese.GetAsync(Trail + "?category=Settings")), row => row.Contains("操作記録の保存期間", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_sign_ins_are_one_entry_in_a_row_and_what_was_typed_for_a_name_is_not_kept()
    {
        using var visitor = _site.Visit(Institute.Department);
        for (var i = 0; i < 3; i++)
        {
            await visitor.SignInAsync("my-secret-by-mistake", "whatever it was");
        }

        using var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(Trail + "?category=SignIn");

        Assert.Single(Rows(page), row => row.Contains("Could not sign in 3 times", StringComparison.Ordinal));
        Assert.DoesNotContain("my-secret-by-mistake", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Editor", "audit-editor")]
    [InlineData("Viewer", "audit-viewer")]
    public async Task Nobody_but_administrators_reads_or_exports_it(string role, string name)
    {
        using var user = await _site.SignedInAsync(role, name);

        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/Admin")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(Trail)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(Trail + "/Export")).Status);
        Assert.DoesNotContain("Audit trail", (await user.GetAsync("/Admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_go_when_their_time_is_over()
    {
        await using var site = new TestSite();
        using (await site.SignedInAsync("Editor", "long-ago"))
        {
        }

        const string count = "SELECT COUNT(*) FROM AuditEntryIndex";
        Assert.NotEqual(0L, await site.AskAsync(Institute.DepartmentTenant, count));

        await site.UntilAsync(
            Institute.DepartmentTenant, async () => (long)(await site.AskAsync(Institute.DepartmentTenant, count))! == 0,
            () => site.Clock.Advance(TimeSpan.FromDays(200)), "for the trail to be forgotten");
    }

    private static IReadOnlyList<string> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Skip(1).Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    private async Task<Visitor> AdministratorAsync()
    {
        var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        return administrator;
    }
}
