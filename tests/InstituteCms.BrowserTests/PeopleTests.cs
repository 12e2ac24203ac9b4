using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A colleague is invited, protects the account, gets in without the phone, and is signed out by an administrator.</summary>
[Collection(OneSite.Name)]
public sealed partial class PeopleTests
{
    private const string Submit = "main form button[type=submit]";

    private readonly BrowserSite _site;

    public PeopleTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Invitation_second_factor_recovery_and_sign_out_by_force_with_the_keyboard_alone()
    {
        await using var administrator = await _site.OpenAsync(1280, signedIn: true);
        await using var colleague = await _site.OpenAsync(1280);
        await InviteAsync(administrator, "keyboard.colleague@example.org");
        await AcceptAsync(colleague, "keyboard.colleague@example.org", "kei.board");

        var code = await ProtectAsync(colleague);
        await SignOutAsync(colleague);
        await SignInAsync(colleague, "kei.board");
        await Expect(colleague.Page.Locator("#Code")).ToBeFocusedAsync();
        await colleague.AssertSoundAsync();
        await colleague.Page.Keyboard.TypeAsync(code);
        await colleague.Page.Keyboard.PressAsync("Enter");
        await Expect(colleague.Page.Locator("h1")).ToHaveTextAsync("Dashboard");

        await administrator.GoAsync(Addresses.Admin + "/Users/Index");
        await administrator.TabToAsync("main tbody th a[href$='" + await HrefAsync(administrator, "kei.board") + "']");
        await administrator.Page.Keyboard.PressAsync("Enter");
        await Expect(administrator.Page.Locator("h1")).ToHaveTextAsync("Edit user");
        await administrator.TabToAsync("form[action*='/SignOut/'] button");
        await administrator.Page.Keyboard.PressAsync("Enter");
        await Expect(administrator.Page.Locator(".alert-success, .message").First).ToContainTextAsync("signed out everywhere");
        _site.Site.Clock.Advance(TimeSpan.FromMinutes(2));

        await colleague.Page.ReloadAsync();
        await Expect(colleague.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        await administrator.GoAsync(Addresses.Admin + "/Audit?q=kei.board");
        await Expect(administrator.Page.Locator("main table")).ToContainTextAsync("Signed a user out everywhere");
        await administrator.AssertSoundAsync();
    }

    [Fact]
    public async Task Invitation_is_good_once_and_a_guessable_password_is_refused_beside_its_field()
    {
        const string email = "mouse.colleague@example.org";
        await using var administrator = await _site.OpenAsync(390, language: "ja", signedIn: true);
        await InviteAsync(administrator, email);
        var link = await LinkAsync(email);

        await using var colleague = await _site.OpenAsync(390, language: "ja");
        var page = colleague.Page;
        await colleague.GoAsync(link);
        foreach (var password in new[] { "mausu mausu 12", TestSite.Password })
        {
            await page.FillAsync("#UserName", "mausu");
            await page.FillAsync("#Password", password);
            await page.FillAsync("#PasswordConfirmation", password);
            await page.ClickAsync(Submit);
            if (password != TestSite.Password)
            {
                await Expect(page.Locator("[data-valmsg-for=Password]")).ToContainTextAsync("推測されやすい");
                await Expect(page.Locator("#UserName")).ToHaveValueAsync("mausu");
                await colleague.AssertSoundAsync();
            }
        }

        await Expect(page.Locator("h1")).ToHaveTextAsync("ダッシュボード");
        await using var second = await _site.OpenAsync(390, language: "ja");
        await second.GoAsync(link, 404);
        await second.AssertSoundAsync();
    }

    private static async Task InviteAsync(Screen administrator, string email)
    {
        await administrator.GoAsync(Addresses.Admin + "/Users/Index");
        await administrator.TabToAsync("main a[href$='/Users/Invite']");
        await administrator.Page.Keyboard.PressAsync("Enter");
        await Expect(administrator.Page.Locator("#Email")).ToBeFocusedAsync();
        await administrator.Page.Keyboard.TypeAsync(email);
        await administrator.TabToAsync("input[type=hidden][value=Editor] + input");
        await administrator.Page.Keyboard.PressAsync("Space");
        await administrator.Page.Keyboard.PressAsync("Enter");
        await Expect(administrator.Page.Locator(".alert-success, .message").First).ToContainTextAsync(email);
    }

    private async Task AcceptAsync(Screen colleague, string email, string name)
    {
        await colleague.GoAsync(await LinkAsync(email));
        await Expect(colleague.Page.Locator("#UserName")).ToBeFocusedAsync();
        await colleague.AssertSoundAsync();
        await colleague.TypeAsync(name, TestSite.Password, TestSite.Password);
        await colleague.Page.Keyboard.PressAsync("Enter");
        await Expect(colleague.Page.Locator("main")).ToContainTextAsync($"Welcome, {name}.");
        await Expect(colleague.Page.Locator("main a.btn-lg")).ToHaveTextAsync("Announce an event");
        await Expect(colleague.Page.Locator("nav.side")).Not.ToContainTextAsync("Users");
    }

    /// <summary>Sets up an authenticator, and gives one of the recovery codes.</summary>
    private static async Task<string> ProtectAsync(Screen colleague)
    {
        var page = colleague.Page;
        await colleague.TabToAsync("header .account a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Your account");
        await colleague.TabToAsync("form[action$='/Authenticator/New'] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Set up an authenticator");
        var key = await page.Locator("main code").TextContentAsync();
        await colleague.TabToAsync("#code");
        await page.Keyboard.TypeAsync(Authenticator.Code(key!));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".codes code")).ToHaveCountAsync(10);
        await colleague.AssertSoundAsync();
        return (await page.Locator(".codes code").First.TextContentAsync())!;
    }

    private static async Task SignOutAsync(Screen colleague)
    {
        await colleague.TabToAsync("header .account button");
        await colleague.Page.Keyboard.PressAsync("Enter");
        await Expect(colleague.Page.Locator("header .account, header .site-nav").First).Not.ToContainTextAsync("Sign out");
    }

    private static async Task SignInAsync(Screen colleague, string name)
    {
        await colleague.GoAsync($"/{Institute.Department}/Login");
        await Expect(colleague.Page.Locator("#UserName")).ToBeFocusedAsync();
        await colleague.TypeAsync(name);
        await colleague.Page.Keyboard.TypeAsync(TestSite.Password);
        await colleague.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task<string> HrefAsync(Screen administrator, string name) =>
        (await administrator.Page.Locator("main tbody th a").Filter(new() { HasText = name }).GetAttributeAsync("href"))!;

    private async Task<string> LinkAsync(string email)
    {
        var mail = Assert.Single(await _site.Site.MailAsync(Institute.DepartmentTenant, email, 1));
        return new Uri(Link().Match(mail.TextBody!).Value).AbsolutePath;
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
