using System.Globalization;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Administrators give the site its looks and its words, and see what the mail server says.</summary>
[Collection(OneSite.Name)]
public sealed class SettingsTests
{
    private const string Branding = Addresses.Admin + "/Seminars/Branding";
    private const string Privacy = Addresses.Admin + "/Seminars/Privacy";
    private const string Mail = Addresses.Admin + "/Settings/mail";

    private readonly BrowserSite _site;

    public SettingsTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(1280, "en", "#ffcc00", "Adjusted to WCAG AA", "1.3:1")]
    [InlineData(390, "ja", "#8c1515", "WCAG AA に適合", ":1")]
    public async Task Colour_is_judged_while_it_is_typed_and_seen_by_visitors_in_a_shade_that_can_be_read(
        int width, string language, string colour, string verdict, string ratio)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Branding);
        await screen.TabToAsync("#Accent");
        await screen.Page.Keyboard.TypeAsync(colour);
        await Expect(screen.Page.Locator("[data-accent-shown]")).ToContainTextAsync(verdict);
        await Expect(screen.Page.Locator("[data-accent-shown] figure")).ToHaveCountAsync(2);
        await Expect(screen.Page.Locator("[data-accent-shown]")).ToContainTextAsync(ratio);
        Assert.Equal(colour, await screen.Page.InputValueAsync("[data-accent-picker]"));
        await screen.AssertSoundAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator(".alert-success, .message").First).ToBeVisibleAsync();

        await using (var visitor = await _site.OpenAsync(width, language: language))
        {
            foreach (var address in new[] { $"/{Institute.Department}/", Addresses.OpenEvent, Addresses.Register })
            {
                await visitor.GoAsync(address);
                await visitor.AssertSoundAsync(); // Axe measures the contrast, on light paper and on dark.
            }

            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Light });
            var shown = await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()");
            Assert.Equal(verdict.StartsWith("Adjusted", StringComparison.Ordinal), shown != colour);
        }

        await screen.Page.FillAsync("#Accent", "reddish");
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator("[data-valmsg-for=Accent]")).ToContainTextAsync("#8c1515");
        await Expect(screen.Page.Locator("#Accent")).ToHaveValueAsync("reddish");
        await screen.AssertSoundAsync();
        await screen.Page.FillAsync("#Accent", "");
        await screen.Page.ClickAsync("main form .btn-primary");
        await Expect(screen.Page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Privacy_texts_are_read_by_visitors_in_their_language_and_new_events_begin_with_the_retention()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Privacy);
        await screen.TabToAsync("#RetentionDays");
        await page.Keyboard.PressAsync("Control+a");
        await screen.TypeAsync("30", "Office of Seminars, Tokyo", "東京のセミナー事務局");
        await page.ClickAsync("button[name=Preview]");
        await Expect(page.Locator("#preview [lang=en]").First).ToContainTextAsync("Responsible for your data: Office of Seminars, Tokyo");
        await Expect(page.Locator("#preview [lang=ja]").First).ToContainTextAsync("東京のセミナー事務局");
        await Expect(page.Locator("#preview [lang=en]").First).ToContainTextAsync("erased 30 days");
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form .btn-primary");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();

        foreach (var (language, words) in new[] { ("en", "Office of Seminars, Tokyo"), ("ja", "個人情報の責任者：東京のセミナー事務局") })
        {
            await using var visitor = await _site.OpenAsync(390, language: language);
            await visitor.GoAsync(Addresses.Register);
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync(words);
            await visitor.AssertSoundAsync();
        }

        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        await Expect(page.Locator("[name='RegistrationPart.RetentionDays']")).ToHaveValueAsync("30");
        await screen.GoAsync(Privacy);
        await page.FillAsync("#RetentionDays", "90");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
    }

    [Theory, InlineData(390, "ja", "ユーザー名またはパスワードがサーバーに拒否されました。"), InlineData(1280, "en", "The server refused the user name or the password.")]
    public async Task Test_mail_shows_what_the_server_said(int width, string language, string meaning)
    {
        var port = SmtpSink.FreePort();
        using var server = new SmtpSink(port, refusesPasswords: true);
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Mail);
        await screen.TabToAsync("#Host");
        await page.Keyboard.TypeAsync("127.0.0.1");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(port.ToString(CultureInfo.InvariantCulture));
        await page.SelectOptionAsync("#Encryption", "None");
        await screen.TabToAsync("#UserName");
        await screen.TypeAsync("office", "the wrong password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await screen.TabToAsync("#test button");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#test .alert-danger")).ToContainTextAsync(meaning);
        await Expect(page.Locator("#test code")).ToContainTextAsync("535");
        await screen.AssertSoundAsync();
        await page.FillAsync("#Host", "");
        await page.ClickAsync("main form .btn-primary");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await screen.GoAsync(Addresses.Admin + "/Settings/health");
        await screen.AssertSoundAsync();
    }
}
