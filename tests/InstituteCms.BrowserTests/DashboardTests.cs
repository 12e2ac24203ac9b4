using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The first page of the admin says what is next, and leads there.</summary>
[Collection(OneSite.Name)]
public sealed class DashboardTests
{
    private readonly BrowserSite _site;

    public DashboardTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(390, "en", "Next events", "The numbers")]
    [InlineData(1280, "ja", "今後のイベント", "数値")]
    public async Task Seats_registrations_and_changes_are_seen_at_once(int width, string language, string next, string numbers)
    {
        await using (var visitor = await _site.OpenAsync(width))
        {
            await visitor.GoAsync(Addresses.Register);
            await visitor.Page.FillAsync("#Form_Name", "Plotted Person");
            await visitor.Page.FillAsync("#Form_Email", $"plotted{width}@example.org");
            await visitor.Page.CheckAsync("#Form_Consent");
            await visitor.Page.ClickAsync("main form button[type=submit]");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("You are registered.");
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin);
        await Expect(page.Locator(".card").Filter(new() { HasText = next }).Locator("progress").First).ToBeVisibleAsync();
        await Expect(page.Locator("svg.plot .plot-bar[height='0']")).Not.ToHaveCountAsync(12);
        await screen.AssertSoundAsync();

        await screen.TabToAsync("main details summary");
        await Expect(page.Locator("main details summary").First).ToHaveTextAsync(numbers);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main details table tbody tr")).ToHaveCountAsync(12);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Plotted Person");
        await screen.AssertSoundAsync();

        await page.Locator(".card").Filter(new() { HasText = next }).Locator("a").First.ClickAsync();
        await Expect(page.Locator("[name='TitlePart.Title']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Announcing_is_the_first_thing_that_the_keyboard_reaches()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await screen.GoAsync(Addresses.Admin);
        await screen.Page.Keyboard.PressAsync("Tab");
        await Expect(screen.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Keyboard.PressAsync("Tab");
        await Expect(screen.Page.Locator("main a.btn-lg")).ToBeFocusedAsync();

        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync("New Event");
        await Expect(screen.Page.Locator("[name='TitlePart.Title']")).ToBeFocusedAsync();
    }
}
