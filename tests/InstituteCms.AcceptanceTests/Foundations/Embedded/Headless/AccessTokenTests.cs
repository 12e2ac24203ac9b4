using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>A script gets in by a token: with what the token is good for, while its owner may, until it ends.</summary>
public sealed class AccessTokenTests : IClassFixture<TestSite>
{
    private const string Speaker = """{"ContentType":"Speaker","TitlePart":{"Title":"By a script"}}""";

    private readonly TestSite _site;

    public AccessTokenTests(TestSite site) => _site = site;

    [Fact]
    public async Task Token_does_no_more_than_it_is_good_for_and_no_more_than_its_owner_may()
    {
        using var owner = await _site.SignedInAsync("Editor", "scoped");
        using var reader = _site.Program(await owner.MakeTokenAsync("reads", "30", "AccessContentApi", "ViewContent"));
        using var drafter = _site.Program(await owner.MakeTokenAsync("drafts", "30", "AccessContentApi", "EditContent"));
        var form = await owner.GetAsync("/Account/Tokens");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostItemAsync(Speaker)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await drafter.PostItemAsync(Speaker)).Status);
        Assert.Equal(HttpStatusCode.OK, (await drafter.PostItemAsync(Speaker, "?draft=true")).Status);
        Assert.Null(form.Document.QuerySelector("[value=ManageUsers]"));
        Assert.Null(form.Document.QuerySelector("[value=ManageSettings]"));
        var refused = await owner.SubmitAsync(form, "#new-token", ("Name", "more"), ("Permissions", "ManageUsers"), ("Password", TestSite.Password));
        Assert.Null(refused.Document.QuerySelector("#secret"));
    }

    [Fact]
    public async Task Token_ends_by_time_and_by_hand_and_with_its_owners_account()
    {
        await using var site = new TestSite();
        using var owner = await site.SignedInAsync("Editor", "ending");
        using var first = site.Program(await owner.MakeTokenAsync("first", "7", "AccessContentApi", "ViewContent"));
        using var second = site.Program(await owner.MakeTokenAsync("second", "90", "AccessContentApi", "ViewContent"));
        using var third = site.Program(await owner.MakeTokenAsync("third", "90", "AccessContentApi", "ViewContent"));
        Assert.All(await Task.WhenAll(StatusAsync(first), StatusAsync(second), StatusAsync(third)), status => Assert.Equal(HttpStatusCode.NotFound, status));

        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound], [await StatusAsync(first), await StatusAsync(second)]);

        await owner.SubmitAsync(await owner.GetAsync("/Account/Tokens"), "tr:has(th:contains('second')) form");
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound], [await StatusAsync(second), await StatusAsync(third)]);

        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var users = await administrator.GetAsync("/Admin/Users/Index?q=ending");
        var edit = await administrator.GetAsync(users.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await administrator.SubmitAsync(edit, "form:has([name=IsEnabled])", ("IsEnabled", "false"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(third));
    }

    [Fact]
    public async Task Secret_is_shown_once_and_stored_as_its_hash_and_its_last_use_is_shown()
    {
        using var owner = await _site.SignedInAsync("Editor", "hashed");
        var secret = await owner.MakeTokenAsync("nightly import", "30", "AccessContentApi", "ViewContent");
        var before = await owner.GetAsync("/Account/Tokens");
        using var program = _site.Program(secret);
        await StatusAsync(program);

        Assert.StartsWith("icms_", secret, StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, secret));
        Assert.DoesNotContain(secret, before.Html, StringComparison.Ordinal);
        Assert.Contains("Not used yet", before.Text, StringComparison.Ordinal);
        await _site.UntilAsync(
            Institute.DepartmentTenant, async () => !(await owner.GetAsync("/Account/Tokens")).Text.Contains("Not used yet", StringComparison.Ordinal), () => { }, "for the use to be shown");
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        Assert.Contains("Made an access token", (await administrator.GetAsync("/Admin/Audit?q=hashed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_of_one_department_is_nobodys_in_another_and_opens_no_page()
    {
        using var owner = await _site.SignedInAsync("Editor", "foreign");
        var secret = await owner.MakeTokenAsync("here", "30", "AccessContentApi", "ViewContent");
        using var elsewhere = _site.Program(secret);
        elsewhere.BaseAddress = _site.Server.BaseAddress;
        using var here = _site.Program(secret);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(elsewhere));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(here));
        Assert.DoesNotContain("Your account", await here.GetStringAsync("Account", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_makes_no_token_and_what_was_typed_stays()
    {
        using var owner = await _site.SignedInAsync("Editor", "wrong-password");

        var page = await owner.SubmitAsync(
            await owner.GetAsync("/Account/Tokens"), "#new-token", ("Name", "mine"), ("Permissions", "ViewContent"), ("Password", "not it, not it"));

        Assert.Contains("This is not your current password.", page.Text, StringComparison.Ordinal);
        Assert.Equal("mine", page.Document.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("[name=Permissions][value=ViewContent][checked]"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient program) => (await program.SendJsonAsync(HttpMethod.Get, "api/content/nothing")).Status;
}
