using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An administrator adds a program that is told, tries it, and reads in plain words why it does not answer.</summary>
[Collection(OneSite.Name)]
public sealed class WebhookTests
{
    private const string Webhooks = Addresses.Admin + "/Seminars/Webhooks";

    private readonly BrowserSite _site;

    public WebhookTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(1280, "en", "leads into a private network")]
    [InlineData(390, "ja", "プライベートネットワーク")]
    public async Task Endpoint_is_added_with_its_secret_shown_once_and_a_test_says_what_is_wrong(int width, string language, string why)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Webhooks + "/Create");
        await screen.Page.FillAsync("#Url", "https://localhost:8443/hooks/seminars");
        await screen.Page.FillAsync("#Description", "Calendar of the faculty " + width);
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator("[data-valmsg-for=Kinds]")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();

        await screen.Page.CheckAsync("#Kinds_EventPublished");
        await screen.Page.CheckAsync("#Kinds_EventSeats");
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator("#new-secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        await screen.AssertSoundAsync();

        await screen.Page.ClickAsync("form[action$='/Test'] button");
        await Expect(screen.Page.Locator("tbody tr")).ToContainTextAsync(why);
        await Expect(screen.Page.Locator("#new-secret")).ToHaveCountAsync(0);
        await screen.Page.ClickAsync("details.webhook-body summary");
        await screen.AssertSoundAsync();

        await screen.GoAsync(Webhooks);
        await Expect(screen.Page.Locator("main .list-group-item", new() { HasText = "Calendar of the faculty " + width })).ToBeVisibleAsync();
        await screen.AssertSoundAsync();
    }
}
