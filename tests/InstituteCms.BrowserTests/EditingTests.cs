using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>An editor changes an event and sees it published.</summary>
[Collection(OneSite.Name)]
public sealed class EditingTests
{
    private readonly BrowserSite _site;

    public EditingTests(BrowserSite site) => _site = site;

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task Event_is_edited_and_published(int width, bool javaScript)
    {
        var subtitle = $"Seen at {width}, scripts {javaScript}";
        await using var screen = await _site.OpenAsync(width, javaScript, signedIn: true);
        var page = screen.Page;
        await screen.EditEventAsync("What Cities Promise");
        await page.FillAsync("[name='EventPart.Subtitle']", subtitle);
        if (javaScript)
        {
            await screen.AssertSoundAsync();
        }

        await page.ClickAsync("button[name='submit.Publish']");
        await Expect(page.Locator(".alert, .message").First).ToBeVisibleAsync();
        await screen.GoAsync(Addresses.OpenEvent);
        await Expect(page.Locator("main")).ToContainTextAsync(subtitle);
    }

    [Fact]
    public async Task Event_is_announced_without_scripts()
    {
        await using var screen = await _site.OpenAsync(390, javaScript: false, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", "Plain paper");
        await page.FillAsync("[name='EventPart.StartLocal']", "2099-09-01T10:30");
        await page.FillAsync("[name='EventPart.Speakers[0].Name']", "Pia Eleven");
        await page.CheckAsync("[name='EventPart.Speakers[0].MakePage']");
        await page.ClickAsync(".form-actions button[name='submit.Save']");
        await Expect(page.Locator("[name='EventPart.Speakers[0].MakePage']")).ToBeCheckedAsync();
        await page.FillAsync("[name='EventPart.Speakers[1].Name']", "Quin Twelve");
        await page.FillAsync("[name='EventPart.SpeakerTools[1].Place']", "1");
        await page.ClickAsync(".form-actions button[name='submit.Publish']");
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync("Plain paper");
        await screen.GoAsync("/graspp/events/plain-paper");
        await Expect(page.Locator(".speaker-card__name")).ToHaveTextAsync(["Quin Twelve", "Pia Eleven"]);
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Registrations_of_an_event_are_listed(int width)
    {
        var email = $"listed{width}@example.org";
        await using (var visitor = await _site.OpenAsync(width))
        {
            await visitor.GoAsync(Addresses.Register);
            await visitor.Page.FillAsync("#Form_Name", "山田 花子");
            await visitor.Page.FillAsync("#Form_Email", email);
            await visitor.Page.CheckAsync("#Form_Consent");
            await visitor.Page.ClickAsync("main form button[type=submit]");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("You are registered.");
        }

        await using var screen = await _site.OpenAsync(width, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Seminars/Registrations");
        await screen.Page.Locator("main a[href*='/Seminars/Registrations/']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        await Expect(screen.Page.Locator("main")).ToContainTextAsync(email);
        await screen.AssertSoundAsync();
    }
}
