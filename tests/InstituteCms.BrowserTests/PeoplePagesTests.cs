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
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Users/Index");
        await screen.Page.ClickAsync("main tbody th a");
        await screen.AssertSoundAsync();

        await screen.Page.ClickAsync("header .account a");
        await screen.AssertSoundAsync();
        await screen.Page.ClickAsync("form[action$='/Authenticator/New'] button");
        await screen.AssertSoundAsync();
    }
}
