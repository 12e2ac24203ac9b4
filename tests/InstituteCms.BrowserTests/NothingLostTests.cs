using InstituteCms.AcceptanceTests.Sites;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>What an editor types is safe without a button: from leaving, from a lost connection, from another editor.</summary>
[Collection(OneSite.Name)]
public sealed class NothingLostTests
{
    private const string Subtitle = "[name='EventPart.Subtitle']";
    private const string SaveDraft = ".form-actions button[name='submit.Save']";
    private const string Status = "[data-save-status]";

    private readonly BrowserSite _site;

    public NothingLostTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Draft_saves_itself_and_a_lost_connection_keeps_the_text()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", "Written in the train");
        await page.FillAsync("[name='EventPart.StartLocal']", "2099-09-01T10:30");
        await page.FillAsync("[name='EventPart.EndLocal']", "2099-09-01T12:00");
        await page.FillAsync(Subtitle, "Before the tunnel");
        await Expect(page.Locator(Status)).ToContainTextAsync("Saved at");
        Assert.EndsWith("/Edit", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await screen.AssertSoundAsync();

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync(Subtitle, "In the tunnel");
        await page.ClickAsync(SaveDraft);
        await Expect(page.Locator(Status)).ToContainTextAsync("No connection");
        Assert.Equal("In the tunnel", await page.InputValueAsync(Subtitle));
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(Status)).ToContainTextAsync("Saved at");

        // Leaving saves too.
        await page.FillAsync(Subtitle, "Out of the tunnel");
        var address = page.Url;
        await page.GotoAsync(Addresses.EventList);
        await page.GotoAsync(address);
        await Expect(page.Locator(Subtitle)).ToHaveValueAsync("Out of the tunnel");
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Later_editor_sees_both_texts_and_chooses(int width)
    {
        await using var first = await _site.OpenAsync(1280, javaScript: false, signedIn: true);
        await using var second = await _site.OpenAsync(width, signedIn: true);
        foreach (var screen in new[] { first, second })
        {
            await screen.GoAsync(Addresses.EventList);
            await screen.Page.Locator("main a[href*='/Edit']").Filter(new() { HasText = "What Cities Promise" }).First.ClickAsync();
        }

        await first.Page.FillAsync(Subtitle, $"The first words at {width}");
        await first.Page.ClickAsync(SaveDraft);
        await Expect(first.Page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await second.Page.FillAsync(Subtitle, $"The second words at {width}");
        await second.Page.ClickAsync(SaveDraft);

        await Expect(second.Page.Locator("h1")).ToContainTextAsync("Two texts");
        await Expect(second.Page.Locator("form.merge")).ToContainTextAsync($"The first words at {width}");
        await Expect(second.Page.Locator("form.merge")).ToContainTextAsync($"The second words at {width}");
        await second.AssertSoundAsync();
        await second.Page.CheckAsync("[name='merge.EventPart.Subtitle'][value=theirs]");
        await second.Page.ClickAsync(SaveDraft);
        await Expect(second.Page.Locator(Subtitle)).ToHaveValueAsync($"The first words at {width}");
    }

    [Fact]
    public async Task Enter_in_a_field_saves_the_draft_and_nothing_more()
    {
        await using var screen = await _site.OpenAsync(1280, javaScript: false, signedIn: true);
        var page = screen.Page;
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='EventPart.StartLocal']", "2099-09-01T10:30");
        await page.FillAsync("[name='EventPart.EndLocal']", "2099-09-01T12:00");
        await page.FillAsync("[name='TitlePart.Title']", "Entered by a hasty hand");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await screen.GoAsync($"/{Institute.Department}/events/entered-by-a-hasty-hand", status: 404);
    }

    private static async Task OpenAsync(Screen screen, string heading, string path)
    {
        await screen.GoAsync(Addresses.Admin + path);
        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync(heading);
    }
}
