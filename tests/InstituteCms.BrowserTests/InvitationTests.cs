using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An organiser invites a guest, who answers on a phone.</summary>
[Collection(OneSite.Name)]
public sealed partial class InvitationTests
{
    private readonly BrowserSite _site;

    public InvitationTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390, "ja"), InlineData(1280, "en")]
    public async Task Guest_is_invited_declines_and_thinks_better_of_it(int width, string language)
    {
        var email = $"guest.{width}@example.org";
        await using (var screen = await _site.OpenAsync(width, language: language, signedIn: true))
        {
            await screen.GoAsync($"/{Institute.Department}/Admin/Seminars/Registrations");
            await screen.Page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
            await screen.Page.ClickAsync("main a[href$='/Invitations']");
            if (!await screen.Page.IsVisibleAsync("[name=Guests]"))
            {
                await screen.Page.ClickAsync("main details > summary");
            }

            await screen.Page.FillAsync("[name=Guests]", $"山田 花子 <{email}>\nno address");
            await screen.Page.ClickAsync("main form[action$='/Invitations'] button[type=submit]");
            await Expect(screen.Page.Locator("#Guests_error li")).ToHaveCountAsync(1);
            await screen.AssertSoundAsync();
            await screen.Page.FillAsync("[name=Guests]", $"山田 花子 <{email}>");
            await screen.Page.ClickAsync("main form[action$='/Invitations'] button[type=submit]");
            await Expect(screen.Page.Locator("main tbody")).ToContainTextAsync(email);
            await screen.AssertSoundAsync();
        }

        var link = Link().Match((await _site.Site.MailAsync(Institute.DepartmentTenant, email, 1)).Single().TextBody!).Value;
        await using var guest = await _site.OpenAsync(width, language: language);
        await guest.GoAsync(new Uri(link).PathAndQuery);
        await Expect(guest.Page.Locator("[name='Form.Email']")).ToHaveValueAsync(email);
        await guest.AssertSoundAsync();
        await guest.Page.ClickAsync("main .callout a");
        await guest.AssertSoundAsync();
        await guest.Page.ClickAsync("main button[type=submit]");
        await guest.AssertSoundAsync();
        await guest.Page.ClickAsync("main button[type=submit]");
        await Expect(guest.Page.Locator("[name='Form.Email']")).ToHaveValueAsync(email);
    }

    [GeneratedRegex(@"https?://\S+/invitations/[\w-]{22}")]
    private static partial Regex Link();
}
