namespace InstituteCms.BrowserTests;

/// <summary>The administrators' pages about people, settings and the audit trail: sound on phone and desktop, light and dark.</summary>
[Collection(OneSite.Name)]
public sealed class PeoplePagesTests
{
    private static readonly string[] _pages =
        ["/Users/Index", "/Users/Invite", "/Roles/Index", "/Audit", "/Settings/general", "/Settings/mail", "/Settings/health", "/Seminars/Branding", "/Seminars/Privacy"];

    private readonly BrowserSite _site;

    public PeoplePagesTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(390, "en")]
    [InlineData(1280, "en")]
    [InlineData(390, "ja")]
    [InlineData(1280, "ja")]
    public async Task Pages_are_sound(int width, string language)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        foreach (var page in _pages)
        {
            await screen.GoAsync(Addresses.Admin + page);
            await screen.AssertSoundAsync();
        }

        await screen.GoAsync(Addresses.Admin + "/Users/Index");
        await screen.Page.ClickAsync("main tbody th a");
        await screen.AssertSoundAsync();

        await screen.Page.ClickAsync("header .account a");
        await screen.AssertSoundAsync();
        await screen.Page.ClickAsync("form[action$='/Authenticator/New'] button");
        await screen.AssertSoundAsync();
    }
}
