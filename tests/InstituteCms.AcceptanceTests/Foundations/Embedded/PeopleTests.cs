using System.Net;
using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>People are invited, prove who they are twice, and are signed out when an administrator says so.</summary>
public sealed partial class PeopleTests : IClassFixture<TestSite>
{
    private const string UserList = "/Admin/Users/Index";

    private readonly TestSite _site;

    public PeopleTests(TestSite site) => _site = site;

    [Fact]
    public async Task Invited_person_makes_an_account_with_the_role_once_and_the_link_is_stored_nowhere()
    {
        var link = await InviteAsync("invited@example.org", "Editor");
        using var invited = _site.Visit(Institute.Department);
        var form = await invited.GetAsync(link);
        Assert.Equal("no-referrer", Assert.Single(form.Response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("invited@example.org", form.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, link.Split('/')[^1]));

        using var second = _site.Visit(Institute.Department);
        var seenBefore = await second.GetAsync(link);

        Assert.NotEmpty((await AcceptAsync(invited, form, "newcomer", "short")).ErrorAt("Password"));
        var entered = await invited.FollowAsync(await AcceptAsync(invited, form, "newcomer", TestSite.Password));

        Assert.Contains("Welcome, newcomer.", entered.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await invited.GetAsync("/Admin/Contents/ContentTypes/Event/Create")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.GetAsync(UserList)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AcceptAsync(second, seenBefore, "thief", TestSite.Password)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Invitation_that_is_withdrawn_or_too_old_opens_nothing()
    {
        await using var site = new TestSite();
        var withdrawn = await InviteAsync("withdrawn@example.org", "Editor", site);
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var list = await administrator.GetAsync(UserList);
        Assert.Contains("withdrawn@example.org", list.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(list, "form[action*='Withdraw']");
        var old = await InviteAsync("late@example.org", "Editor", site);
        using var visitor = site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(old)).Status);

        site.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(withdrawn)).Status);
    }

    [Fact]
    public async Task Second_factor_is_asked_for_and_a_recovery_code_works_once()
    {
        using var user = await _site.SignedInAsync("Editor", "careful");
        var codes = await SwitchOnAsync(user);
        Assert.Equal(10, codes.Count);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, codes[0]));

        using var other = _site.Visit(Institute.Department);
        var step = await other.SignInAsync("careful");
        Assert.Contains("/LoginWithTwoFactor", step.RedirectsTo, StringComparison.Ordinal);
        Assert.NotNull((await other.GetAsync("/Admin")).RedirectsTo);
        var wrong = await SecondStepAsync(other, step, "000000");
        Assert.NotEmpty(wrong.ErrorAt("Code"));
        Assert.Equal(HttpStatusCode.Redirect, (await SecondStepAsync(other, step, codes[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/Admin")).Status);

        using var again = _site.Visit(Institute.Department);
        Assert.NotEmpty((await SecondStepAsync(again, await again.SignInAsync("careful"), codes[0])).ErrorAt("Code"));
        Assert.NotNull((await again.GetAsync("/Admin")).RedirectsTo);
    }

    [Fact]
    public async Task Authenticator_signs_in_and_an_administrator_takes_a_lost_one_away()
    {
        using var user = await _site.SignedInAsync("Editor", "forgetful");
        var account = await user.GetAsync("/Account");
        await user.SubmitAsync(account, "form[action$='/Account/Authenticator/New']");
        var page = await user.GetAsync("/Account/Authenticator");
        Assert.NotNull(page.Document.QuerySelector(".qr svg"));
        var key = page.Document.QuerySelector("main code")!.TextContent;
        await user.SubmitAsync(page, "form[action$='/Account/Authenticator']", ("code", Authenticator.Code(key)));

        using var other = _site.Visit(Institute.Department);
        var step = await other.SignInAsync("forgetful");
        Assert.Equal(HttpStatusCode.Redirect, (await SecondStepAsync(other, step, Authenticator.Code(key))).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/Admin")).Status);

        using var administrator = await AdministratorAsync();
        var edit = await EditPageAsync(administrator, "forgetful");
        await administrator.SubmitAsync(edit, "form[action*='ResetSecondFactor']");
        using var third = _site.Visit(Institute.Department);
        Assert.EndsWith("/Admin", (await third.SignInAsync("forgetful")).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signed_out_by_an_administrator_is_out_within_a_minute_and_may_come_back()
    {
        await using var site = new TestSite();
        using var user = await site.SignedInAsync("Editor", "leaver");
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/Admin")).Status);

        var signedOut = await administrator.FollowAsync(await administrator.SubmitAsync(await EditPageAsync(administrator, "leaver"), "form[action*='SignOut/']"));
        Assert.Contains("is signed out everywhere", signedOut.Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.NotNull((await user.GetAsync("/Admin")).RedirectsTo);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/Admin")).Status);
        Assert.EndsWith("/Admin", (await user.SignInAsync("leaver")).RedirectsTo, StringComparison.Ordinal);
        Assert.Contains("Signed in", (await EditPageAsync(administrator, "leaver")).Document.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_found_by_part_of_name_or_address()
    {
        using (await _site.SignedInAsync("Editor", "needle"))
        {
        }

        using var administrator = await AdministratorAsync();

        Assert.Contains("needle", Listed(await administrator.GetAsync(UserList + "?q=NEED")));
        Assert.Equal(["needle"], Listed(await administrator.GetAsync(UserList + "?q=needle@example")));
        Assert.Empty(Listed(await administrator.GetAsync(UserList + "?q=nobody-of-this-name")));
    }

    [Theory]
    [InlineData("Editor", "people-editor")]
    [InlineData("Viewer", "people-viewer")]
    public async Task Nobody_but_administrators_manages_people(string role, string name)
    {
        using var user = await _site.SignedInAsync(role, name);
        using var administrator = await AdministratorAsync();
        var id = (await EditPageAsync(administrator, "admin")).Address.Split('/')[^1];

        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/Admin/Users/Invite")).Status);
        var token = (await user.GetAsync("/ChangePassword")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var action in new[] { "Users/Invite", "Users/SignOut/" + id, "Users/ResetSecondFactor/" + id, "Users/Invitations/1/Withdraw" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Email", "x@example.org")]);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Http.PostAsync($"/graspp/Admin/{action}", form, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Roles_page_shows_who_may_do_what()
    {
        using var administrator = await AdministratorAsync();

        var page = await administrator.GetAsync("/Admin/Roles/Index");

        var roles = page.Document.QuerySelectorAll(".matrix thead th").Select(cell => cell.TextContent).ToList();
        var manageUsers = page.Document.QuerySelectorAll(".matrix tbody tr").First(row => row.TextContent.Contains("Manage all users", StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal("✓", manageUsers[roles.IndexOf("Administrator")]);
        Assert.Equal("", manageUsers[roles.IndexOf("Editor")]);
    }

    private static IReadOnlyList<string> Listed(Page page) => [.. page.Document.QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];

    private static async Task<Page> EditPageAsync(Visitor administrator, string name)
    {
        var list = await administrator.GetAsync(UserList + "?q=" + name);
        return await administrator.GetAsync(list.Document.QuerySelectorAll("main tbody th a").First(a => a.TextContent == name).GetAttribute("href")!);
    }

    private static Task<Page> AcceptAsync(Visitor invited, Page form, string name, string password) =>
        invited.SubmitAsync(form, "main form", ("UserName", name), ("Password", password), ("PasswordConfirmation", password));

    private static async Task<Page> SecondStepAsync(Visitor visitor, Page step, string code) =>
        await visitor.SubmitAsync(await visitor.GetAsync(step.RedirectsTo!), "main form", ("Code", code));

    private static async Task<IReadOnlyList<string>> SwitchOnAsync(Visitor user)
    {
        await user.SubmitAsync(await user.GetAsync("/Account"), "form[action$='/Account/Authenticator/New']");
        var page = await user.GetAsync("/Account/Authenticator");
        var codes = await user.SubmitAsync(page, "form[action$='/Account/Authenticator']", ("code", Authenticator.Code(page.Document.QuerySelector("main code")!.TextContent)));
        return [.. codes.Document.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
    }

    private async Task<string> InviteAsync(string email, string role, TestSite? site = null)
    {
        site ??= _site;
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var form = await administrator.GetAsync("/Admin/Users/Invite");
        var index = form.Document.QuerySelectorAll("input[name$='.Name'][type=hidden]").Select(i => i.GetAttribute("value")).ToList().IndexOf(role);
        var sent = await administrator.SubmitAsync(form, "form:has([name=Email])", ("Email", email), ($"Roles[{index}].IsSelected", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var mail = Assert.Single(await site.MailAsync(Institute.DepartmentTenant, email, 1));
        return new Uri(LinkInMail().Match(mail.TextBody!).Value).AbsolutePath;
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        return administrator;
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex LinkInMail();
}
