using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A lost link, a new one, a wish taken back; and what organisers and administrators see of people's data.</summary>
[Collection(OneSite.Name)]
public sealed partial class PersonalDataTests
{
    private readonly BrowserSite _site;

    public PersonalDataTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "en"), InlineData(1280, "ja")]
    public async Task Lost_link_is_asked_for_and_sent_to_its_owner(int width, string language)
    {
        var address = $"lost{width}@example.org";
        await RegisterAsync(address);
        _site.Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await using var screen = await _site.OpenAsync(width, language: language);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Register);
        await page.ClickAsync("main a[href$='/register/link']");
        await page.FillAsync("#Form_Email", "not an address");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("#Form_Email_error")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();

        await page.FillAsync("#Form_Email", address);
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page).ToHaveURLAsync(new Regex("/register/link/sent$"));
        await screen.AssertSoundAsync();

        var mail = await _site.Site.MailAsync(Institute.DepartmentTenant, address, atLeast: 2);
        await screen.GoAsync(new Uri(Link().Match(mail[^1].TextBody!).Value).PathAndQuery);
        await Expect(page.Locator(".ticket__name")).ToHaveTextAsync("Aiko Example");
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Keyboard_alone_makes_a_new_link_and_ends_the_old_one()
    {
        await using var screen = await _site.OpenAsync(1280);
        var page = screen.Page;
        var old = await RegisterAsync("keyboard-link@example.org");
        await screen.GoAsync(old);
        await screen.TabAndEnterAsync("form[action$='/report-news'] button");
        await Expect(page.Locator("main")).ToContainTextAsync("You get a mail when the report is published.");
        await screen.TabAndEnterAsync("main a[href$='/link']");
        await screen.AssertSoundAsync();
        await screen.TabAndEnterAsync("main form button[type=submit]");

        await Expect(page.Locator("main")).ToContainTextAsync("You are registered.");
        Assert.DoesNotContain(old, page.Url, StringComparison.Ordinal);
        await screen.GoAsync(old, status: 404);
    }

    [Theory, InlineData(390, "ja"), InlineData(1280, "en")]
    public async Task Organizer_sees_what_will_be_erased_and_administrator_finds_a_person(int width, string language)
    {
        await RegisterAsync($"seen{width}@example.org");
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Seminars/Registrations");
        await page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        await page.ClickAsync(".seminar-menu summary");
        await page.ClickAsync(".seminar-menu a[href$='/Erasure']");
        await Expect(page.Locator("main tbody")).ToContainTextAsync("RegistrationIndex.EmailKey");
        await screen.AssertSoundAsync();

        await screen.GoAsync(Addresses.Admin + "/Seminars/FindPerson");
        await page.FillAsync("#Email", $"seen{width}@example.org");
        await page.ClickAsync("form[action$='/FindPerson/Search'] button[type=submit]");
        await Expect(page.Locator("main tbody")).ToContainTextAsync("Document.Content (Registration)");
        await screen.AssertSoundAsync();

        await screen.GoAsync(Addresses.Admin + "/Seminars/Abuse");
        await page.FillAsync("#LeastSeconds", "99");
        await page.ClickAsync("form:has(#LeastSeconds) button[type=submit]");
        await Expect(page.Locator("#LeastSeconds_error")).Not.ToBeEmptyAsync();
        await screen.AssertSoundAsync();
    }

    private async Task<string> RegisterAsync(string address)
    {
        await using var screen = await _site.OpenAsync(1280);
        await screen.GoAsync(Addresses.Register);
        await screen.Page.FillAsync("#Form_Name", "Aiko Example");
        await screen.Page.FillAsync("#Form_Email", address);
        await screen.Page.CheckAsync("#Form_Consent");
        await screen.Page.ClickAsync("main form button[type=submit]");
        await Expect(screen.Page).ToHaveURLAsync(Personal());
        return new Uri(screen.Page.Url).PathAndQuery;
    }

    [GeneratedRegex("https?://[^ ]+/registrations/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();

    [GeneratedRegex("/registrations/[^/]+$")]
    private static partial Regex Personal();
}
