using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Editors put what is over into the archive, and take it back.</summary>
[Collection(OneSite.Name)]
public sealed class ArchiveTests
{
    private readonly BrowserSite _site;

    public ArchiveTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "en"), InlineData(1280, "ja")]
    public async Task Ticked_items_go_into_the_archive_and_come_back_from_the_message(int width, string language)
    {
        var title = $"Over since {width}";
        await using (var english = await _site.OpenAsync(width, signedIn: true))
        {
            await english.WriteEventAsync(title, "submit.Publish");
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync($"{Addresses.EventList}?q={Uri.EscapeDataString(title)}");
        await page.Locator(".item-tick").First.CheckAsync();
        await page.ClickAsync("button[formaction*='ArchivePut']");
        await Expect(page.Locator(".alert-success")).ToBeVisibleAsync();
        await Expect(screen.Row(title)).ToHaveCountAsync(0);
        await screen.AssertSoundAsync();

        await page.ClickAsync(".alert-success button");
        await Expect(screen.Row(title)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Archive_is_reached_and_left_with_the_keyboard_only()
    {
        const string title = "Kept by keyboard";
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.WriteEventAsync(title, "submit.Publish");
        await screen.EditEventAsync(title);
        var edit = new Uri(page.Url).PathAndQuery;

        await screen.TabAndEnterAsync("a[href*='/Seminars/Archive/']");
        await Expect(page.Locator("h1")).ToContainTextAsync("into the archive?");
        await screen.AssertSoundAsync();
        await screen.TabAndEnterAsync("main button[type=submit]");
        await Expect(page.Locator("[role=note]")).ToContainTextAsync("In the archive since");
        await screen.AssertSoundAsync();

        await screen.TabAndEnterAsync("[role=note] a");
        await screen.TabAndEnterAsync("main button[type=submit]");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("back from the archive");
        await screen.GoAsync(edit);
        await Expect(page.Locator("[role=note]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Filter_shows_only_the_archive()
    {
        const string title = "Found in the archive";
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.WriteEventAsync(title, "submit.Publish");
        await screen.GoAsync($"{Addresses.EventList}?q={Uri.EscapeDataString(title)}");
        await page.Locator(".item-tick").First.CheckAsync();
        await page.ClickAsync("button[formaction*='ArchivePut']");
        await Expect(screen.Row(title)).ToHaveCountAsync(0);

        await screen.GoAsync(Addresses.EventList);
        await page.ClickAsync(".filter-more > summary");
        await page.SelectOptionAsync("#Archive_Show", "Only");

        await Expect(screen.Row(title)).ToContainTextAsync("In the archive");
        await Expect(page.Locator("button[formaction*='ArchiveTake']")).ToBeVisibleAsync();
        await screen.AssertSoundAsync();
    }
}
