using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An administrator adds a program, and somebody who comes from it signs in, says yes and is led back to it, on another site.</summary>
[Collection(OneSite.Name)]
public sealed class OpenIdTests
{
    private const string Programs = Addresses.Admin + "/OpenId/Application";

    private readonly BrowserSite _site;

    public OpenIdTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(390, "ja")]
    [InlineData(1280, "en")]
    public async Task Program_is_added_and_let_in(int width, string language)
    {
        var client = $"reader-{width}";
        var back = Elsewhere($"{Institute.Department}/events");
        await AddAsync(width, language, client, back);

        await using var screen = await _site.OpenAsync(width, language: language);
        await SignInAsync(screen, client, back);
        await Expect(screen.Page.Locator("main form[method=post] button")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();
        await screen.Page.ClickAsync("[name=answer][value=yes]");
        await screen.Page.WaitForURLAsync(new Regex("^" + Regex.Escape(back) + @"\?.*code="));

        // Who has said yes is led back at once, also right after signing in: no browser may take that for a form that leads astray.
        await using var again = await _site.OpenAsync(width, language: language);
        await SignInAsync(again, client, back);
        await again.Page.WaitForURLAsync(new Regex("^" + Regex.Escape(back) + @"\?.*code="));
        await again.GoAsync($"/{Institute.Department}/Account/Programs");
        await Expect(again.Page.Locator("main li", new() { HasText = client })).ToBeVisibleAsync();
        await again.AssertSoundAsync();
        await again.Page.Locator("main li", new() { HasText = client }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(again.Page.Locator("main li", new() { HasText = client })).ToHaveCountAsync(0);
        await again.AssertSoundAsync();
    }

    private static async Task SignInAsync(Screen screen, string client, string back)
    {
        await screen.GoAsync($"/{Institute.Department}/connect/authorize?response_type=code&client_id={client}&code_challenge_method=S256"
            + $"&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri={Uri.EscapeDataString(back)}");
        await screen.Page.FillAsync("[name=UserName]", "admin");
        await screen.Page.FillAsync("[name=Password]", TestSite.Password);
        await screen.Page.ClickAsync("main button[type=submit]");
        await screen.Page.WaitForURLAsync(url => !url.Contains("/Login", StringComparison.Ordinal) && !url.Contains("/connect/continue", StringComparison.Ordinal));
    }

    private async Task AddAsync(int width, string language, string client, string back)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Programs + "/Create");
        await screen.Page.FillAsync("#ClientId", client);
        await screen.Page.CheckAsync("#AllowAuthorizationCode");
        await screen.Page.FillAsync("#RedirectUris", "example.org");
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator("[data-valmsg-for=RedirectUris]")).Not.ToBeEmptyAsync();
        await Expect(screen.Page.Locator("[data-valmsg-for=DisplayName]")).Not.ToBeEmptyAsync();
        await Expect(screen.Page.Locator("#ClientId")).ToHaveValueAsync(client);
        await screen.AssertSoundAsync();

        await screen.Page.FillAsync("#DisplayName", $"Reader {client}");
        await screen.Page.FillAsync("#RedirectUris", back);
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator("#secret")).Not.ToHaveValueAsync("");
        await screen.AssertSoundAsync();
        await screen.Page.ClickAsync("main .btn-primary");
        await screen.Page.ClickAsync($"main a[href$='/{client}']");
        await Expect(screen.Page.Locator("#secret")).ToHaveCountAsync(0);
        await screen.AssertSoundAsync();
    }

    /// <summary>The same server by its other name, which to a browser is another site.</summary>
    private string Elsewhere(string path)
    {
        var own = _site.Site.ClientOptions.BaseAddress;
        return new UriBuilder(own) { Host = own.Host == "localhost" ? "127.0.0.1" : "localhost", Path = path }.Uri.ToString();
    }
}
