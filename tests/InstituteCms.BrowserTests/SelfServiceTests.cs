using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Behind the personal link: a mistake, a change, the ticket, and the way out.</summary>
[Collection(OneSite.Name)]
public sealed partial class SelfServiceTests
{
    private readonly BrowserSite _site;

    public SelfServiceTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "en"), InlineData(1280, "ja")]
    public async Task Registration_is_changed_its_ticket_is_shown_and_it_is_erased(int width, string language)
    {
        await using var screen = await _site.OpenAsync(width, language: language);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Register);
        await page.FillAsync("#Form_Name", "Aiko Example");
        await page.FillAsync("#Form_Email", $"self{width}@example.org");
        await page.CheckAsync("#Form_Consent");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page).ToHaveURLAsync(Personal());
        await screen.AssertSoundAsync();

        await page.ClickAsync("main a[href$='/edit']");
        await page.FillAsync("#Form_Name", "");
        await page.FillAsync("#Form_Affiliation", "House of Cards");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("#Form_Name_error")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#Form_Affiliation")).ToHaveValueAsync("House of Cards");
        await screen.AssertSoundAsync();
        await page.FillAsync("#Form_Name", "Akiko Example");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".message")).ToBeVisibleAsync();
        await Expect(page.Locator(".ticket__name")).ToHaveTextAsync("Akiko Example");
        await screen.AssertSoundAsync();

        await page.ClickAsync("main a[href$='/ticket']");
        await Expect(page.Locator(".pass svg")).ToBeInViewportAsync(new() { Ratio = 1 }); // Seen at the door without scrolling.
        await screen.AssertSoundAsync();
        await page.GoBackAsync();

        await page.ClickAsync("main a[href$='/erase']");
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page).ToHaveURLAsync(new Regex("/registrations/erased$"));
        await screen.AssertSoundAsync();
    }

    [GeneratedRegex("/registrations/[^/]+$")]
    private static partial Regex Personal();
}
