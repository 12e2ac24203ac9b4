using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An editor takes an event into another term.</summary>
[Collection(OneSite.Name)]
public sealed class RepeatingTests
{
    private const string OtherDay = "2100-05-05T14:00";

    private readonly BrowserSite _site;

    public RepeatingTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Dates_follow_the_day_chosen_and_the_draft_has_them(int width)
    {
        var title = $"Each term at {width}";
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await screen.WriteEventAsync(title);
        await screen.EditEventAsync(title);

        await page.ClickAsync("a[href*='/Repeat']");
        await Expect(page.Locator("#repeat-dates")).ToContainTextAsync("March 3, 2100");
        await screen.AssertSoundAsync();
        await page.FillAsync("[name='Form.Start']", OtherDay);
        await page.Locator("[name='Form.Start']").BlurAsync();
        await Expect(page.Locator("#repeat-dates")).ToContainTextAsync("Wednesday, May 5, 2100, 14:00–15:30 (Asia/Tokyo, UTC+9)");
        await page.Locator("[aria-pressed]").Nth(1).ClickAsync();
        await Expect(page.Locator("#repeat-dates")).ToContainTextAsync("September 1, 2100");
        await page.ClickAsync("button[name='submit.Make']");

        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Nobody is registered for it yet.");
        await Expect(page.Locator("[name='EventPart.StartLocal']")).ToHaveValueAsync("2100-09-01T10:30");
    }

    [Fact]
    public async Task Event_is_repeated_with_the_keyboard_only_and_without_scripts()
    {
        const string title = "Again by keyboard";
        await using (var writer = await _site.OpenAsync(1280, signedIn: true))
        {
            await writer.WriteEventAsync(title);
        }

        await using var screen = await _site.OpenAsync(1280, javaScript: false, signedIn: true);
        var page = screen.Page;
        await screen.EditEventAsync(title);
        await page.Locator("a[href*='/Repeat']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name='submit.Show']").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#repeat-dates")).ToContainTextAsync("September 1, 2100");
        await page.Locator("button[name='submit.Make']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".alert-success")).ToContainTextAsync(title);
    }

    [Fact]
    public async Task Page_is_sound_in_japanese()
    {
        const string title = "Repeated in Japanese";
        await using (var writer = await _site.OpenAsync(1280, signedIn: true))
        {
            await writer.WriteEventAsync(title);
        }

        await using var screen = await _site.OpenAsync(390, language: "ja", signedIn: true);
        await screen.EditEventAsync(title);
        await screen.TabAndEnterAsync("a[href*='/Repeat']");
        await Expect(screen.Page.Locator("#repeat-dates")).ToContainTextAsync("2100年3月3日");
        await screen.AssertSoundAsync();
        await screen.TabAndEnterAsync("button[name='submit.Make']");
        await Expect(screen.Page.Locator(".alert-success")).ToContainTextAsync("申込者はまだいません");
    }
}
