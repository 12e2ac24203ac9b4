using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The pages about one's own and another's account are sound on phone and desktop, light and dark.</summary>
[Collection(OneSite.Name)]
public sealed class PeoplePagesTests
{
    private readonly BrowserSite _site;

    public PeoplePagesTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(390, "en")]
    [InlineData(1280, "en")]
    [InlineData(390, "ja")]
    [InlineData(1280, "ja")]
    public async Task Pages_of_an_account_are_sound(int width, string language)
    {
        await using var administrator = await _site.OpenAsync(width, language: language, signedIn: true);
        var name = $"colleague.{language}{width}";
        await administrator.GoAsync(Addresses.Admin + "/Users/Create");
        await administrator.Page.FillAsync("[name=UserName]", name);
        await administrator.Page.FillAsync("[name=Email]", name + "@example.org");
        await administrator.Page.FillAsync("[name=Password]", TestSite.Password);
        await administrator.Page.ClickAsync(".form-actions button");
        await Expect(administrator.Page.Locator(".alert-success, .message").First).ToContainTextAsync(name);
        await administrator.GoAsync(Addresses.Admin + "/Users/Index");
        await administrator.Page.ClickAsync($"main tbody th a >> text={name}");
        await Expect(administrator.Page.Locator("[name=UserName]")).ToHaveValueAsync(name);
        await administrator.AssertSoundAsync();

        // Of an account of their own: a new authenticator ends what its owner is signed in to elsewhere.
        await using var colleague = await _site.OpenAsync(width, language: language);
        await colleague.GoAsync($"/{Institute.Department}/Login?ReturnUrl=/{Institute.Department}/Account");
        await colleague.Page.FillAsync("[name=UserName]", name);
        await colleague.Page.FillAsync("[name=Password]", TestSite.Password);
        await colleague.Page.ClickAsync("main button[type=submit]");
        await Expect(colleague.Page.Locator("form[action$='/Authenticator/New']")).ToBeVisibleAsync();
        await colleague.AssertSoundAsync();
        await colleague.Page.ClickAsync("form[action$='/Authenticator/New'] button");
        await Expect(colleague.Page.Locator("main code")).ToBeVisibleAsync();
        await colleague.AssertSoundAsync();
    }
}
