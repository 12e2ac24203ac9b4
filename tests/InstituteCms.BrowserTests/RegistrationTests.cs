using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A visitor registers and cancels: with a pointer, with the keyboard, and without scripts.</summary>
[Collection(OneSite.Name)]
public sealed partial class RegistrationTests
{
    private readonly BrowserSite _site;

    public RegistrationTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Mistake_is_shown_and_nothing_typed_is_lost_then_registered_then_cancelled(int width)
    {
        await using var screen = await _site.OpenAsync(width);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Register);
        await page.FillAsync("#Form_Name", "Aiko Example");
        await page.FillAsync("#Form_Email", "not an address");
        await page.ClickAsync("main form button[type=submit]");

        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Expect(page.Locator("#Form_Email_error")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#Form_Name")).ToHaveValueAsync("Aiko Example");
        await Expect(page.Locator("#Form_Email")).ToHaveValueAsync("not an address");
        await screen.AssertSoundAsync();

        await page.FillAsync("#Form_Email", $"pointer{width}@example.org");
        await page.CheckAsync("#Form_Consent");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page).ToHaveURLAsync(PersonalPage());
        await Expect(page.Locator("main")).ToContainTextAsync("You are registered.");
        await screen.AssertSoundAsync();

        await page.ClickAsync("main a[href$='/cancel']");
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main")).ToContainTextAsync("Your registration is cancelled.");
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Keyboard_alone_is_enough()
    {
        await using var screen = await _site.OpenAsync(1280);
        var page = screen.Page;
        await screen.GoAsync(Addresses.OpenEvent);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await screen.TabToAsync("a[href$='/register']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#Form_Name")).ToBeVisibleAsync();
        await screen.TabToAsync("#Form_Name");
        await page.Keyboard.TypeAsync("Kei Board");
        await screen.TabToAsync("#Form_Email");
        await page.Keyboard.TypeAsync("keyboard@example.org");
        await screen.TabToAsync("#Form_Consent");
        await page.Keyboard.PressAsync("Space");
        await screen.TabToAsync("main form button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(PersonalPage());
    }

    [Fact]
    public async Task Scripts_are_not_needed()
    {
        await using var screen = await _site.OpenAsync(390, javaScript: false);
        await screen.GoAsync(Addresses.Register);
        await screen.Page.FillAsync("#Form_Name", "No Script");
        await screen.Page.FillAsync("#Form_Email", "noscript@example.org");
        await screen.Page.CheckAsync("#Form_Consent");
        await screen.Page.ClickAsync("main form button[type=submit]");

        await Expect(screen.Page).ToHaveURLAsync(PersonalPage());
    }

    [GeneratedRegex("/registrations/[^/]+$")]
    private static partial Regex PersonalPage();
}
