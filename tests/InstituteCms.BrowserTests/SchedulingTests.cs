using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An editor says when a draft is published and when a page leaves the site.</summary>
[Collection(OneSite.Name)]
public sealed class SchedulingTests
{
    private const string PublishAt = "[name='PublishLaterPart.ScheduledPublishLocalDateTime']";
    private const string TakeOffAt = "[name='ArchiveLaterPart.ScheduledArchiveLocalDateTime']";

    private readonly BrowserSite _site;

    public SchedulingTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "en"), InlineData(1280, "ja")]
    public async Task Times_are_set_seen_in_the_list_and_cancelled(int width, string language)
    {
        var title = $"Later at {width}";
        await using (var writer = await _site.OpenAsync(width, signedIn: true))
        {
            await writer.WriteEventAsync(title);
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.EditEventAsync(title);
        await page.Locator(".set-time > summary").First.ClickAsync();
        await page.FillAsync(PublishAt, "2098-03-04T09:00");
        await page.Locator(".set-time > summary").Nth(1).ClickAsync();
        await page.FillAsync(TakeOffAt, "2098-02-04T09:00");
        await page.ClickAsync("button[value='submit.PublishLater']");
        await Expect(page.Locator("[data-valmsg-for='ArchiveLaterPart.ScheduledArchiveLocalDateTime']")).Not.ToBeEmptyAsync();
        await Expect(page.Locator(PublishAt)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^2098-03-04T09:00"));
        await page.FillAsync(TakeOffAt, "2098-05-04T09:00");
        await page.ClickAsync("button[value='submit.PublishLater']");
        await Expect(page.Locator(".alert-success").First).ToBeVisibleAsync();
        await Expect(page.Locator(".set-time .badge")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();

        await screen.GoAsync($"{Addresses.EventList}?q={Uri.EscapeDataString(title)}");
        await Expect(screen.Row(title).Locator(".text-bg-warning")).ToHaveCountAsync(2);

        await screen.EditEventAsync(title);
        await page.ClickAsync("button[value='submit.CancelPublishLater']");
        await Expect(page.Locator(PublishAt)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Time_is_set_with_the_keyboard_only()
    {
        const string title = "Later by keyboard";
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.WriteEventAsync(title);
        await screen.EditEventAsync(title);

        await page.Locator(".set-time > summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await screen.TabToAsync(PublishAt);
        await page.Keyboard.TypeAsync("03042098");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("0900AM");
        await screen.TabAndEnterAsync("button[value='submit.PublishLater']");

        await Expect(page.Locator(".set-time .badge").First).ToContainTextAsync("March 4, 2098, 09:00");
    }
}
