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

    private const string Success = ".alert-success >> nth=0";

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
        await Expect(page.Locator("h1")).ToHaveTextAsync("Edit Event");
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
        for (var reads = 0; reads < 20; reads++) // What is sent on leaving may arrive after the next page is asked for.
        {
            await page.GotoAsync(address);
            if (await page.InputValueAsync(Subtitle) == "Out of the tunnel")
            {
                break;
            }
        }

        await Expect(page.Locator(Subtitle)).ToHaveValueAsync("Out of the tunnel");
    }

    [Fact]
    public async Task First_words_of_a_new_event_are_saved_where_the_cursor_was_from_the_start()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await Expect(screen.Page.Locator("[name='TitlePart.Title']")).ToBeFocusedAsync();

        await screen.Page.Keyboard.TypeAsync("Only its name is known");

        await Expect(screen.Page.Locator(Status)).ToContainTextAsync("Saved at");
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Later_editor_sees_both_texts_and_chooses(int width)
    {
        await using var first = await _site.OpenAsync(1280, javaScript: false, signedIn: true);
        await using var second = await _site.OpenAsync(width, signedIn: true);
        foreach (var screen in new[] { first, second })
        {
            await screen.EditEventAsync("What Cities Promise");
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
    public async Task Sign_in_that_ends_while_typing_keeps_the_text_and_goes_on()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", "A long night");
        await page.Context.ClearCookiesAsync();
        await page.FillAsync(Subtitle, "Typed until dawn");
        await Expect(page.Locator(Status)).ToContainTextAsync("Your sign-in has expired. Your text is kept.");
        await page.ClickAsync(SaveDraft);

        await page.FillAsync("[name=UserName]", "admin");
        await page.FillAsync("[name=Password]", AcceptanceTests.Sites.TestSite.Password);
        await page.ClickAsync("main button[type=submit]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("What you typed is kept");
        await page.ClickAsync("main form button");
        await Expect(page.Locator(Subtitle)).ToHaveValueAsync("Typed until dawn");
        await page.ClickAsync(SaveDraft);
        await Expect(page.Locator(Success)).ToContainTextAsync("A long night");
        await Expect(page.Locator(Subtitle)).ToHaveValueAsync("Typed until dawn");
    }

    [Fact]
    public async Task Two_people_see_each_other_and_the_later_one_merges_by_keyboard()
    {
        await using var anna = await _site.OpenAsync(1280, signedIn: true);
        await anna.GoAsync(Addresses.Admin + "/Users/Create");
        await anna.Page.FillAsync("[name=UserName]", "ben");
        await anna.Page.FillAsync("[name=Email]", "ben@example.org");
        await anna.Page.FillAsync("[name=Password]", AcceptanceTests.Sites.TestSite.Password);
        await anna.Page.GetByLabel("Editor", new() { Exact = true }).CheckAsync();
        await anna.Page.ClickAsync(".form-actions button");
        await Expect(anna.Page.Locator("h1")).Not.ToHaveTextAsync("New user");
        await using var ben = await _site.OpenAsync(1280);
        await ben.GoAsync("/graspp/Login");
        await ben.Page.FillAsync("[name=UserName]", "ben");
        await ben.Page.FillAsync("[name=Password]", AcceptanceTests.Sites.TestSite.Password);
        await ben.Page.Keyboard.PressAsync("Enter");
        await Expect(ben.Page.Locator(".account")).ToContainTextAsync("ben");

        await OpenAsync(anna, "New Event", "/Contents/ContentTypes/Event/Create");
        await anna.Page.FillAsync("[name='TitlePart.Title']", "Two at a table");
        await anna.Page.ClickAsync(SaveDraft);
        await Expect(anna.Page.Locator(Success)).ToBeVisibleAsync();
        await ben.Page.GotoAsync(anna.Page.Url);
        await Expect(ben.Page.Locator("[data-others]")).ToContainTextAsync("admin has this open too");
        await anna.Page.FillAsync(Subtitle, "Hers");
        await Expect(anna.Page.Locator("[data-others]")).ToContainTextAsync("ben has this open too");

        await ben.Page.FocusAsync(Subtitle);
        await ben.Page.Keyboard.TypeAsync("His");
        await Expect(ben.Page.Locator(Status)).ToContainTextAsync("admin has changed this meanwhile");
        await ben.Page.Keyboard.PressAsync("Control+s");
        await Expect(ben.Page.Locator("h1")).ToContainTextAsync("Two texts");
        await ben.AssertSoundAsync();
        await ben.TabToAsync("[name='merge.EventPart.Subtitle']");
        await ben.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(ben.Page.Locator("[name='merge.EventPart.Subtitle'][value=theirs]")).ToBeCheckedAsync();
        await ben.Page.Keyboard.PressAsync("Control+s");
        await Expect(ben.Page.Locator(Subtitle)).ToHaveValueAsync("Hers");
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Versions_show_their_words_and_come_back(int width)
    {
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", $"Told at {width}");
        await page.FillAsync(Subtitle, "An early word");
        await page.ClickAsync(".form-actions button[name='submit.Publish']");
        await Expect(page.Locator(Success)).ToBeVisibleAsync();
        await screen.EditEventAsync($"Told at {width}");
        await page.FillAsync(Subtitle, "A late word");
        await page.ClickAsync(SaveDraft);
        await Expect(page.Locator(Success)).ToBeVisibleAsync();

        await page.ClickAsync(".title-row a >> text=Versions");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(2);
        await screen.AssertSoundAsync();
        await page.Locator("main tbody a >> text=What changed").First.ClickAsync();
        await Expect(page.Locator("del")).ToHaveTextAsync(["An", "early"]);
        await Expect(page.Locator("ins")).ToHaveTextAsync(["A", "late"]);
        await screen.AssertSoundAsync();
        await page.ClickAsync("main form button");
        await Expect(page.Locator(Subtitle)).ToHaveValueAsync("An early word");
    }

    [Fact]
    public async Task Deleted_event_is_undone_and_comes_back_from_the_bin_by_keyboard()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await OpenAsync(screen, "New Event", "/Contents/ContentTypes/Event/Create");
        await page.FillAsync("[name='TitlePart.Title']", "Thrown away");
        await page.ClickAsync(SaveDraft);
        await Expect(page.Locator(Success)).ToBeVisibleAsync();
        var delete = new Uri(page.Url).AbsolutePath.Replace("/Edit", "/Delete", StringComparison.Ordinal);

        await screen.GoAsync(delete);
        await page.ClickAsync("main form button");
        await page.ClickAsync(".alert button >> text=Undo");
        await Expect(page.Locator(Success)).ToContainTextAsync("as it was before");

        await screen.GoAsync(delete);
        await screen.TabToAsync("main form button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Success)).ToContainTextAsync("is deleted");
        await screen.GoAsync(Addresses.Admin + "/Contents/Bin");
        await Expect(page.Locator("main")).ToContainTextAsync("Thrown away");
        await screen.AssertSoundAsync();
        await screen.TabToAsync("form[action*='/Restore'] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Success)).ToContainTextAsync("is back as a draft");
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
