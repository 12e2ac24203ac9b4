using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A draft is looked at, and shown to a colleague without an account.</summary>
[Collection(OneSite.Name)]
public sealed partial class PreviewTests
{
    private readonly BrowserSite _site;

    public PreviewTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "en"), InlineData(1280, "ja")]
    public async Task Draft_is_seen_in_every_way_and_by_a_colleague_until_the_link_is_ended(int width, string language)
    {
        var title = $"Seen before at {width}";
        await using (var writer = await _site.OpenAsync(width, signedIn: true))
        {
            await writer.WriteEventAsync(title);
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.EditEventAsync(title);
        await page.ClickAsync("button[value='submit.Preview']");
        await Expect(page.FrameLocator(".preview-frame").Locator("h1")).ToContainTextAsync(title);
        await screen.AssertSoundAsync();
        await page.ClickAsync("a[href*='width=phone']");
        await Expect(page.Locator(".preview-phone iframe")).ToBeVisibleAsync();
        foreach (var view in (string[])["Entry", "Calendar"])
        {
            await page.ClickAsync($".preview-bar a[href*='view={view}']");
            await Expect(page.FrameLocator(".preview-frame").Locator("body")).ToContainTextAsync(title);
        }

        await screen.AssertSoundAsync();
        await page.ClickAsync(".preview-make button");
        var link = new Uri(await page.InputValueAsync("#new-link")).PathAndQuery;
        await screen.AssertSoundAsync();

        await using var colleague = await _site.OpenAsync(width, language: language);
        await colleague.GoAsync(link);
        await Expect(colleague.Page.Locator(".preview-banner")).ToBeVisibleAsync();
        await Expect(colleague.Page.Locator("main")).ToContainTextAsync(title);
        await colleague.AssertSoundAsync();

        await page.ClickAsync("form[action*='/Revoke'] button");
        await Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await colleague.GoAsync(link, status: 404);
        await Expect(colleague.Page.Locator("main")).ToContainTextAsync(language == "ja" ? "リンク" : "Ask whoever sent it to you");
        await colleague.AssertSoundAsync();
    }

    [Fact]
    public async Task Link_is_made_with_the_keyboard_only()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await screen.WriteEventAsync("Shared by keyboard");
        await screen.EditEventAsync("Shared by keyboard");

        await screen.Page.Locator("button[value='submit.Preview']").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator("#days")).ToBeVisibleAsync();
        await screen.TabAndEnterAsync(".preview-make button");

        await Expect(screen.Page.Locator("#new-link")).ToHaveValueAsync(LinkPattern());
    }

    [GeneratedRegex("/previews/")]
    private static partial Regex LinkPattern();
}
