using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The organisers' desk of one event, on a phone and on a desktop.</summary>
[Collection(OneSite.Name)]
public sealed class DeskTests
{
    private readonly BrowserSite _site;

    public DeskTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "ja"), InlineData(1280, "en")]
    public async Task Organiser_filters_ticks_previews_and_registers_somebody(int width, string language)
    {
        await using (var visitor = await _site.OpenAsync(1280))
        {
            foreach (var name in new[] { "Ann", "Ben" })
            {
                await visitor.GoAsync(Addresses.Register);
                await visitor.Page.FillAsync("#Form_Name", $"{name} Desk {width}");
                await visitor.Page.FillAsync("#Form_Email", $"{name}.desk{width}@example.org");
                await visitor.Page.FillAsync("#Form_Affiliation", "Example University");
                await visitor.Page.CheckAsync("#Form_Consent");
                await visitor.Page.ClickAsync("main form button[type=submit]");
                await Expect(visitor.Page.Locator(".ticket__name")).ToHaveTextAsync($"{name} Desk {width}");
            }
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Seminars/Registrations");
        await page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        await screen.AssertSoundAsync();
        await page.FillAsync("#search", $"desk {width}");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("search="));
        await Expect(page.Locator(".seminar-registrations tbody tr")).ToHaveCountAsync(2);
        await page.ClickAsync(".seminar-more > summary");
        await page.CheckAsync("[name=columns][value=Seats]");
        await screen.AssertSoundAsync();
        await page.ClickAsync(".seminar-more button[type=submit]");
        await page.WaitForURLAsync(new Regex("columns=Seats"));
        await page.CheckAsync("[data-tick-all] input");
        await page.SelectOptionAsync("#command", "MoveToWaitlist");
        await page.ClickAsync("#bulk button[type=submit]");
        await page.WaitForURLAsync(new Regex("/Bulk"));
        await Expect(page.Locator(".seminar-registrations tbody tr")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();
        await page.ClickAsync("main .card a.btn");
        await page.ClickAsync(".seminar-registrations tbody th a");
        await Expect(page.Locator("#note")).ToBeVisibleAsync();
        await page.FillAsync("#note", "Sits near the door");
        await page.ClickAsync("form:has(#note) button");
        await Expect(page.Locator(".seminar-note-list")).ToContainTextAsync("Sits near the door");
        await screen.AssertSoundAsync();
        await page.Locator("main a[href*='/Seminars/Registrations/']").First.ClickAsync();
        await page.ClickAsync(".seminar-menu summary");
        await page.ClickAsync(".seminar-menu a[href$='/Plot']");
        await Expect(page.Locator("svg.seminar-plot")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();
        await page.Locator("main a[href*='/Seminars/Registrations/']").First.ClickAsync();
        await page.ClickAsync("a[href$='/ByHand']");
        await page.ClickAsync("main form button.btn-primary");
        await Expect(page.Locator("#Form_Name_error")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();
    }
}
