using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An organiser looks at mails, and changes what they say.</summary>
[Collection(OneSite.Name)]
public sealed class MailTests
{
    private readonly BrowserSite _site;

    public MailTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Text_is_changed_with_its_preview_beside_it_and_restored(int width)
    {
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync($"/{Institute.Department}/Admin/Seminars/MailTexts/all");
        await screen.AssertSoundAsync();
        await page.ClickAsync("main a[href$='/Waitlisted/en']");
        await page.FillAsync("[name=Text]", "Dear {{ name }}, place {{ position }}.");
        await Expect(page.Locator("[data-mail-shown]")).ToContainTextAsync("place 3.");
        await Expect(page.Locator("[data-mail-shown] .alert").First).ToContainTextAsync("This mail has to say {{ facts }}.");
        await screen.AssertSoundAsync();
        await page.FillAsync("[name=Text]", "Dear {{ name }}, place {{ position }}.\n\n{{ facts }}\n\n{{ cancel }}");
        await page.ClickAsync("main button.btn-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("The text is saved.");
        await Expect(page.Locator("main .badge")).ToContainTextAsync("Changed");

        await page.ClickAsync("main a[href$='/Waitlisted/en']");
        await page.FillAsync("[name=Subject]", "");
        await page.FillAsync("[name=Text]", "");
        await page.ClickAsync("main button.btn-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("The original text is restored.");
        await Expect(page.Locator("[name=Text]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("You are on the waiting list"));
    }

    [Fact]
    public async Task Mails_of_an_event_are_reached_and_filtered_with_the_keyboard_only()
    {
        await using (var visitor = await _site.OpenAsync(1280))
        {
            await visitor.GoAsync($"/{Institute.Department}{Institute.OpenEvent}/register");
            await visitor.Page.FillAsync("[name='Form.Name']", "Kay Board");
            await visitor.Page.FillAsync("[name='Form.Email']", "kay.board@example.org");
            await visitor.Page.CheckAsync("[name='Form.Consent']");
            await visitor.Page.ClickAsync("main button[type=submit]");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("Kay Board");
        }

        await _site.Site.MailAsync(Institute.DepartmentTenant, "kay.board@example.org", 1);
        await using var screen = await _site.OpenAsync(390, language: "ja", signedIn: true);
        await screen.GoAsync($"/{Institute.Department}/Admin/Seminars/Registrations");
        var own = await screen.Page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.GetAttributeAsync("href");
        await screen.TabAndEnterAsync($"main a[href='{own}']");
        await screen.TabToAsync(".seminar-menu summary");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.TabAndEnterAsync(".seminar-menu a[href$='/Mail']");
        await screen.TabAndEnterAsync("main a[href$='status=Sent']");
        await Expect(screen.Page.Locator("main tbody")).ToContainTextAsync("Kay Board");
        await screen.AssertSoundAsync();
    }
}
