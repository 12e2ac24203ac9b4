using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An organiser writes to those who are ticked, on a phone and on a desktop.</summary>
[Collection(OneSite.Name)]
public sealed class CircularTests
{
    private readonly BrowserSite _site;

    public CircularTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "ja"), InlineData(1280, "en")]
    public async Task Mail_to_many_is_written_seen_sent_and_found_in_the_log(int width, string language)
    {
        await using (var visitor = await _site.OpenAsync(1280))
        {
            await visitor.GoAsync(Addresses.Register);
            await visitor.Page.FillAsync("#Form_Name", $"Cleo Circular {width}");
            await visitor.Page.FillAsync("#Form_Email", $"cleo.circular{width}@example.org");
            await visitor.Page.CheckAsync("#Form_Consent");
            await visitor.Page.ClickAsync("main form button[type=submit]");
            await Expect(visitor.Page.Locator(".ticket__name")).ToHaveTextAsync($"Cleo Circular {width}");
        }

        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Seminars/Registrations");
        await page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        await page.FillAsync("#search", $"cleo circular {width}");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("search="));
        await page.CheckAsync(".seminar-registrations input[name=id]");
        await page.ClickAsync("#bulk button[formaction$='/Circulars/Write']");
        await page.WaitForURLAsync(new Regex("/Circulars/Write"));
        await screen.AssertSoundAsync();
        await page.FillAsync("#EnglishSubject", $"Cake at {width}");
        await page.FillAsync("#EnglishText", "Dear {{ nmae }}");
        await page.ClickAsync(".form-actions button.btn-primary");
        await Expect(page.Locator("#EnglishText_error")).ToContainTextAsync("nmae");
        await screen.AssertSoundAsync();
        await page.FillAsync("#EnglishText", "Dear {{ name }},\n\nthere is cake.\n\n{{ facts }}");
        await page.ClickAsync(".form-actions button.btn-primary");
        await Expect(page.Locator("#preview .seminar-mail")).ToContainTextAsync($"Dear Cleo Circular {width},");
        await page.ClickAsync("#preview summary");
        await screen.AssertSoundAsync();
        await page.ClickAsync(".form-actions button.btn-primary");
        await page.WaitForURLAsync(new Regex("/Circulars/[0-9]+$"));
        await Expect(page.Locator(".seminar-plain-mail")).ToContainTextAsync("there is cake.");
        await screen.AssertSoundAsync();
        await page.Locator("main a[href$='/Circulars']").First.ClickAsync();
        await Expect(page.Locator("main tbody")).ToContainTextAsync($"Cake at {width}");
        await screen.AssertSoundAsync();
    }
}
