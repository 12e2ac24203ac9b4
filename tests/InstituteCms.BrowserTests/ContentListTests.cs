using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Everything is found at once in the content list, changed many at a time, and that is taken back.</summary>
[Collection(OneSite.Name)]
public sealed class ContentListTests
{
    private const string Titles = "#results .item-name > :first-child";

    private readonly BrowserSite _site;

    public ContentListTests(BrowserSite site) => _site = site;

    [Theory, InlineData("en", 390), InlineData("ja", 1280)]
    public async Task List_follows_two_japanese_characters_and_filters_and_keeps_them(string language, int width)
    {
        await using var screen = await OpenAsync(width, language);
        var page = screen.Page;
        var all = await page.Locator(Titles).CountAsync();

        await page.ClickAsync("#q");
        await page.Keyboard.InsertTextAsync("自治");
        await Expect(page.Locator(Titles).Filter(new() { HasNotText = "自治" })).ToHaveCountAsync(0);
        await Expect(page.Locator(Titles).GetByText("災害のあとの自治体財政", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await screen.AssertSoundAsync();

        await page.FillAsync("#q", "");
        await Expect(page.Locator(Titles)).ToHaveCountAsync(all);
        await page.SelectOptionAsync("#contentTypeId", "Speaker");
        await page.WaitForURLAsync("**contentTypeId=Speaker**");
        await page.FillAsync("#q", "naoko");
        await Expect(page.Locator(Titles)).ToHaveTextAsync(["Naoko Tachibana"]);
        var name = $"Naoko {language}";
        await screen.GoAsync(new Uri(page.Url).PathAndQuery);
        await page.ClickAsync(".keep-filter summary");
        await page.FillAsync("#filter-name", name);
        await page.ClickAsync(".keep-filter button");
        await Expect(page.Locator($".saved-filters a[aria-current=true]:text-is('{name}')")).ToBeVisibleAsync();
        await screen.AssertSoundAsync();

        await screen.GoAsync(Addresses.Admin + "/Contents/ContentItems");
        await page.ClickAsync($".saved-filters a:text-is('{name}')");
        await Expect(page.Locator(Titles)).ToHaveTextAsync(["Naoko Tachibana"]);
    }

    [Fact]
    public async Task Batch_is_withdrawn_and_undone_by_keyboard_alone()
    {
        await using var screen = await OpenAsync(1280, "en");
        var page = screen.Page;
        await screen.TabToAsync("#q");
        await page.Keyboard.TypeAsync("distance");
        await Expect(page.Locator(Titles)).ToHaveTextAsync(["The Price of Distance"]);
        await screen.TabToAsync("[data-check-all]");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("input[name=itemIds]")).ToBeCheckedAsync();
        await screen.TabToAsync("button[name=batch][value=Unpublish]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("form.undo")).ToContainTextAsync("1 item is no longer public.");
        await Expect(page.Locator("#results .badge").First).ToHaveTextAsync("Draft");
        await screen.AssertSoundAsync();

        await screen.TabToAsync("form.undo button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync("1 item is as it was before.");
        await Expect(page.Locator("#results .badge").First).ToHaveTextAsync("Published");
    }

    private async Task<Screen> OpenAsync(int width, string language)
    {
        var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentItems");
        return screen;
    }
}
