using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>A running site is exported as one package and imported into a blank one.</summary>
public sealed class MoveTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public MoveTests(TestSite site) => _site = site;

    [Fact]
    public async Task Site_moved_with_a_package_has_its_pages_people_files_and_registrants_and_moving_twice_changes_nothing()
    {
        using var registrant = _site.Visit(Institute.Department);
        var personal = (await registrant.FollowAsync(await registrant.RegisterAsync("moving@example.org", "[js: uuid()]"))).Address;
        var leaver = await registrant.FollowAsync(await registrant.RegisterAsync("leaving@example.org"));
        await registrant.SubmitAsync(await registrant.GetAsync(leaver.Address + "/cancel"), "main form[method=post]");
        using (await _site.SignedInAsync("Editor", "mover"))
        {
        }

        await PutMediaAsync(_site, "photos/room.png", [0x89, 0x50, 0x4E, 0x47]);
        var package = await _site.ExportAsync();
        await using var target = Blank();
        using var before = target.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.NotFound, (await before.GetAsync(Institute.OpenEvent)).Status);

        for (var time = 0; time < 2; time++)
        {
            Assert.Contains("The package is imported.", (await target.ImportAsync(package)).Text, StringComparison.Ordinal);

            using var visitor = target.Visit(Institute.Department);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Institute.OpenEvent)).Status);
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], await visitor.Http.GetByteArrayAsync($"/{Institute.Department}/media/photos/room.png", TestContext.Current.CancellationToken));
            var page = await visitor.GetAsync(personal);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("[js: uuid()]", page.Text, StringComparison.Ordinal);
            Assert.Contains("19", (await visitor.GetAsync(Institute.OpenEvent + "/register")).Document.QuerySelector(".availability--open")!.TextContent, StringComparison.Ordinal);

            using var editor = target.Visit(Institute.Department);
            Assert.Equal(HttpStatusCode.Redirect, (await editor.SignInAsync("mover")).Status);
            Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/Admin/Contents/ContentItems/Event")).Status);
        }

        using var again = target.Visit(Institute.Department);
        Assert.False((await again.RegisterAsync("moving@example.org")).IsSeated());
        Assert.True((await again.RegisterAsync("leaving@example.org")).IsSeated());
    }

    [Fact]
    public async Task Only_administrators_move_a_site()
    {
        using var stranger = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(Packages.MovePage)).Status);

        using var editor = await _site.SignedInAsync("Editor", "no-mover");
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(Packages.MovePage)).Status);

        var token = (await editor.GetAsync("/ChangePassword")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var action in new[] { "Export", "Import" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            var answer = await editor.Http.PostAsync($"/{Institute.Department}{Packages.MovePage}/{action}", form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Package_is_never_kept_by_a_cache_and_the_page_says_what_it_holds()
    {
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();

        var page = await administrator.GetAsync(Packages.MovePage);
        var answer = await administrator.SubmitAsync(page, "form[action$='/Export']");

        Assert.Contains("personal data", page.Text, StringComparison.Ordinal);
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("application/zip", answer.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Broken_package_is_refused_in_a_sentence()
    {
        await using var target = Blank();

        Assert.Contains("not a zip file", await target.RefusalAsync("no zip at all"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("../evil.png", await target.RefusalAsync(Packages.Zip(("Recipe.json", """{ "steps": [] }"""), ("../evil.png", "x"))), StringComparison.Ordinal);
        Assert.Contains("no file Recipe.json", await target.RefusalAsync(Packages.Zip(("readme.txt", "x"))), StringComparison.Ordinal);
        Assert.Contains("not a recipe", await target.RefusalAsync(Packages.Zip(("Recipe.json", """{ "steps": [ { "no": "name" } ] """))), StringComparison.Ordinal);
        Assert.Contains("step 1 (media)", await target.RefusalAsync(Packages.Zip(("Recipe.json", """{ "steps": [ { "name": "media", "Files": [ { "SourcePath": "gone.png", "TargetPath": "gone.png" } ] } ] }"""))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_that_fails_leaves_nothing_of_itself()
    {
        await using var target = Blank();
        var package = Packages.Zip(("Recipe.json", """
            { "steps": [ { "name": "content", "data": [
              { "ContentItemId": "4000000000000000000000half", "ContentType": "Speaker", "DisplayText": "Half", "Latest": true, "Published": true,
                "TitlePart": { "Title": "Half" }, "AutoroutePart": { "Path": "speakers/half" } },
              { "ContentItemId": "40000000000000000000000bad", "ContentType": "Nonsense", "DisplayText": "Bad", "Latest": true, "Published": true } ] } ] }
            """));

        Assert.Contains("step 1 (content): item 2 (Bad)", await target.RefusalAsync(package), StringComparison.Ordinal);

        using var visitor = target.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/speakers/half")).Status);
    }

    private static TestSite Blank() => new() { Settings = { ["OrchardCore:OrchardCore_AutoSetup:Tenants:1:RecipeName"] = "Department" } };

    private static async Task PutMediaAsync(TestSite site, string path, byte[] content)
    {
        var file = Path.Combine(site.Data, "Sites", Institute.DepartmentTenant, "Media", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
    }
}
