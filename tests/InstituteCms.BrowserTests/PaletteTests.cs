using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Whoever knows where to go gets there by the keyboard.</summary>
[Collection(OneSite.Name)]
public sealed class PaletteTests
{
    private readonly BrowserSite _site;

    public PaletteTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Palette_leads_to_pages_and_to_words_in_the_content(int width)
    {
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin);

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#palette input")).ToBeFocusedAsync();
        await screen.AssertSoundAsync();
        await page.Keyboard.TypeAsync("speak");
        await Expect(page.Locator("#palette [aria-selected=true]")).ToContainTextAsync("Speaker");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ContentItems/Speaker*");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("promise");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ContentItems?q=promise");
        await Expect(page.Locator("main")).ToContainTextAsync("What Cities Promise");
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Palette_speaks_Japanese_opens_by_a_click_and_gives_the_focus_back(int width)
    {
        await using var screen = await _site.OpenAsync(width, language: "ja", signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin);

        await page.ClickAsync("[data-palette-open]");
        await page.Keyboard.TypeAsync("ブランド");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#palette")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-palette-open]")).ToBeFocusedAsync();
        Assert.InRange((await page.Locator("[data-palette-open]").BoundingBoxAsync())!.Height, 24, 40); // One line, and big enough for a finger.

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("設定 メール");
        await screen.AssertSoundAsync();
        await page.Locator("#palette [role=option]").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("メールの設定");
    }

    [Fact]
    public async Task Shortcuts_are_listed_and_escape_closes_the_list()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await screen.GoAsync(Addresses.Admin);

        await screen.Page.Keyboard.PressAsync("Control+/");
        await Expect(screen.Page.Locator("#shortcuts")).ToContainTextAsync("Save draft");
        await screen.AssertSoundAsync();

        await screen.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Page.Locator("#shortcuts")).ToBeHiddenAsync();
    }
}
