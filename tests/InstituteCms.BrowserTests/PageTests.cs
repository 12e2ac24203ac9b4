using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Every page fits phone and desk, in light and dark, silent and accessible.</summary>
[Collection(OneSite.Name)]
public sealed class PageTests
{
    private readonly BrowserSite _site;

    public PageTests(BrowserSite site) => _site = site;

    public static MatrixTheoryData<string, int> VisitorPages => new(
        ["/", "/events", Institute.Seminar, Institute.Report, "/reports", "/speakers", Addresses.OpenEvent, Addresses.Register, "/no-such-page", "/Login", "/api/seminars/reference"],
        [390, 1280]);

    public static TheoryData<string> AdminPages => [
        "", "/Contents/ContentItems", "/Contents/ContentItems/Event", "/Contents/ContentTypes/Event/Create", "/Contents/ContentTypes/Speaker/Create", "/Contents/ContentTypes/ForumReport/Create",
        "/Contents/Bin", "/Media", "/Seminars/Registrations", "/Users/Index", "/Users/Create", "/Users/Invite", "/Roles/Index", "/Roles/Edit/Editor", "/Seminars/Abuse", "/Seminars/Api", "/Seminars/FindPerson", "/Seminars/MailTexts/all",
        "/Audit", "/Settings/general", "/Settings/mail", "/Settings/health", "/Seminars/Branding", "/Seminars/Privacy", "/Deployment/Move",
        "/OpenId/Application", "/OpenId/Application/Create", "/OpenId/Scope",
    ];

    [Theory]
    [InlineData("<img src=data:, width=9 height=9>", "Light: image-alt")]
    [InlineData("<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }</style><p>Hardly to be read</p>", "Dark: color-contrast")]
    public async Task Check_of_soundness_finds_what_is_wrong(string body, string problem)
    {
        await using var screen = await _site.OpenAsync(390);
        await screen.Page.SetContentAsync($"<!doctype html><html lang=en><title>Wrong</title><main>{body}</main>");
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(screen.AssertSoundAsync);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(VisitorPages))]
    public async Task Visitors_page_is_sound(string path, int width)
    {
        await using var screen = await _site.OpenAsync(width);
        await screen.GoAsync(path, path == "/no-such-page" ? 404 : 200);
        await Expect(screen.Page.Locator("h1")).ToHaveCountAsync(1);
        await screen.AssertSoundAsync();
    }

    [Theory, MemberData(nameof(AdminPages))]
    public async Task Admin_page_is_sound(string path)
    {
        foreach (var language in new[] { "en", "ja" })
        {
            foreach (var width in new[] { 390, 1280 })
            {
                await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
                await screen.GoAsync(Addresses.Admin + path);
                await (width < 800 ? Expect(screen.Page.Locator(".side-open")) : Expect(screen.Page.Locator("nav.side"))).ToBeVisibleAsync();
                await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
                await Expect(screen.Page.Locator("h1")).ToHaveCountAsync(1);
                await screen.AssertSoundAsync();
            }
        }
    }

    /// <summary>With {0} for the item, an event that people may register for.</summary>
    public static TheoryData<string> PagesOfAnEvent => [
        "/Contents/ContentItems/{0}/Edit", "/Contents/ContentItems/{0}/Delete", "/Contents/ContentItems/{0}/Versions", "/Seminars/Events/{0}/Repeat", "/Seminars/Archive/{0}",
        "/Seminars/Previews/{0}", "/Seminars/Registrations/{0}", "/Seminars/Registrations/{0}/Erasure", "/Seminars/Registrations/{0}/Mail", "/Seminars/MailTexts/{0}",
    ];

    [Theory, MemberData(nameof(PagesOfAnEvent))]
    public async Task Admin_page_of_an_event_is_sound(string path)
    {
        foreach (var (language, width) in new[] { ("ja", 390), ("en", 1280) })
        {
            await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
            await screen.GoAsync(Addresses.EventList + "?q=" + Uri.EscapeDataString("災害のあと"));
            var edit = (await screen.Page.Locator("main a[href*='/Edit']").First.GetAttributeAsync("href"))!;
            await screen.GoAsync(Addresses.Admin + path.Replace("{0}", edit.Split('/')[^2], StringComparison.Ordinal));
            await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(screen.Page.Locator("h1")).ToHaveCountAsync(1);
            await screen.AssertSoundAsync();
        }
    }

    [Theory]
    [InlineData("/events", "en", "Events")]
    [InlineData("/speakers", "en", "Speakers")]
    [InlineData(Addresses.Register, "en", "Register")]
    [InlineData("/events", "ja", "イベント")]
    [InlineData("/speakers", "ja", "登壇者")]
    [InlineData(Addresses.Register, "ja", "申し込む")]
    public async Task Page_speaks_the_visitors_language(string path, string language, string heading)
    {
        await using var screen = await _site.OpenAsync(390, language: language);
        await screen.GoAsync(path);
        await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync(heading);
        await screen.AssertSoundAsync();
    }
}
