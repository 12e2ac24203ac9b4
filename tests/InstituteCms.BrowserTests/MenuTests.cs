using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The admin's menu, which a phone shows when it is asked for.</summary>
[Collection(OneSite.Name)]
public sealed class MenuTests
{
    private readonly BrowserSite _site;

    public MenuTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Menu_opens_on_a_phone_at_the_page_one_is_on_and_leads_to_another()
    {
        await using var screen = await _site.OpenAsync(390, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Audit");
        var (menu, here) = (screen.Page.Locator("nav.side"), screen.Page.Locator("nav.side [aria-current]"));
        await Expect(menu).ToBeHiddenAsync();
        Assert.InRange((await screen.Page.Locator("header.top").BoundingBoxAsync())!.Height, 40, 120); // The site's name has its room beside the buttons.

        await screen.TabToAsync(".side-open");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(here).ToBeInViewportAsync();
        await screen.AssertSoundAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(screen.Page.Locator(".side-open")).ToBeFocusedAsync();

        await screen.Page.Locator(".side-open").ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "Events", Exact = true }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/ContentItems/Event*");
        await Expect(menu).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Menu_stands_beside_the_page_on_a_wide_screen()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await screen.GoAsync(Addresses.Admin);

        await Expect(screen.Page.Locator("nav.side")).ToBeInViewportAsync();
        await Expect(screen.Page.Locator(".side-open")).ToBeHiddenAsync();
    }
}
