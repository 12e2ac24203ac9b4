using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A programme officer announces an event on one page: by mouse and by keyboard alone.</summary>
[Collection(OneSite.Name)]
public sealed class EventEditorTests
{
    private const string Title = "[name='TitlePart.Title']";
    private const string Names = "[data-row] [name^='EventPart.Speakers'][name$='.Name']";
    private const string Publish = ".form-actions button[name='submit.Publish']";

    private readonly BrowserSite _site;

    public EventEditorTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Event_is_announced_by_mouse_with_what_is_known_filled_in()
    {
        await using var screen = await NewEventAsync(1280);
        var page = screen.Page;
        await page.FillAsync(Title, "Told by mouse");
        await page.FillAsync(Field("StartLocal"), "2099-10-01T15:00");
        await page.Locator(Field("StartLocal")).BlurAsync();
        await Expect(page.Locator(Field("EndLocal"))).ToHaveValueAsync("2099-10-01T16:30");
        await page.FillAsync(Field("TimeZoneId"), "Vienna");
        await Expect(page.Locator("[data-reviewed=when]")).ToHaveTextAsync("Thursday, October 1, 2099, 15:00–16:30 (Europe/Vienna, UTC+2)");
        await Expect(page.Locator("[data-reviewed=zone]").First).ToHaveTextAsync("Europe/Vienna");

        await FillKnownAsync(screen, Field("Venue.Name"), "Seminar Room A");
        await Expect(page.Locator(Field("Venue.Address"))).ToHaveValueAsync("Sample Hall, 2nd floor");

        await Expect(page.Locator("[data-row]:has([name='EventPart.Speakers[0].Name']) [data-move=up]")).ToBeHiddenAsync(); // There is no other place.
        await FillKnownAsync(screen, Field("Speakers[0].Name"), "Elias Brandt");
        await Expect(page.Locator(Field("Speakers[0].Title"))).ToHaveValueAsync("Professor of Administrative Law");
        await Expect(page.Locator(Field("Speakers[0].SpeakerId") + " option:checked")).ToHaveTextAsync("Elias Brandt");
        await page.Locator("fieldset:has(> legend:text-is('Speakers')) [data-row-add]").ClickAsync();
        await page.ClickAsync("[data-row]:has([name='EventPart.Speakers[1].Name']) [data-speaker-new]");
        var panel = page.Locator("[data-speaker-panel]");
        await panel.GetByLabel("Name", new() { Exact = true }).FillAsync("Mina Ten");
        await panel.GetByLabel("Position").FillAsync("Reader in Statistics");
        await panel.GetByLabel("Biography").FillAsync("Counts & recounts.\nLives in Vienna.");
        await screen.AssertSoundAsync();
        await panel.GetByText("Make the page").ClickAsync();
        await Expect(panel).ToBeHiddenAsync();
        await Expect(page.Locator(Field("Speakers[1].Title"))).ToHaveValueAsync("Reader in Statistics");

        // By drag: the second talks first. Both rows are in view, since nothing is dragged while the page scrolls.
        await page.Locator("[data-row]:has([name='EventPart.Speakers[0].Name'])").EvaluateAsync("row => row.scrollIntoView({ block: 'start' })");
        await page.Locator("[data-row]:has([name='EventPart.Speakers[1].Name']) .seminar-grip").DragToAsync(
            page.Locator("[data-row]:has([name='EventPart.Speakers[0].Name'])"), new() { TargetPosition = new() { X = 40, Y = 5 } });
        await Expect(page.Locator(Names).First).ToHaveValueAsync("Mina Ten");

        await page.Locator("summary:text('Abstract, language')").ClickAsync();
        await page.FillAsync(Field("Languages"), "en");
        await page.FillAsync(Field("Series"), "A series that is new");
        await page.Locator("summary:text('Hosts and chair')").ClickAsync();
        await page.FillAsync(Field("Organizers[0].Name"), "A host that is new");
        await page.CheckAsync("[name='RegistrationPart.Enabled']");
        await Expect(page.Locator("[data-reviewed=availability]")).ToContainTextAsync("open");
        await page.FillAsync("[name='RegistrationPart.OpensLocal']", "2099-09-01T09:00");
        await Expect(page.Locator("[data-reviewed=availability]")).ToContainTextAsync("September 1, 2099");
        await screen.AssertSoundAsync();
        await page.ClickAsync(Publish);
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync("Told by mouse");

        await screen.GoAsync("/graspp/events/told-by-mouse");
        await Expect(page.Locator(".speaker-card__name")).ToHaveTextAsync(["Mina Ten", "Prof. Elias Brandt"]);
        await page.ClickAsync(".speaker-card__name a >> text=Mina Ten");
        await Expect(page.Locator("h1")).ToContainTextAsync("Mina Ten");
        await Expect(page.Locator("main")).ToContainTextAsync("Counts & recounts.");
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        Assert.Equal(1, await page.Locator("#event-series option[value='A series that is new']").CountAsync());
    }

    [Theory, InlineData("en", 390), InlineData("ja", 1280)]
    public async Task Event_is_announced_by_keyboard_alone(string language, int width)
    {
        var name = $"Nell {language}";
        await using var screen = await NewEventAsync(width, language);
        var page = screen.Page;
        await Expect(page.Locator(Title)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync($"Told by keys {language}");
        await screen.TabToAsync(Field("Subtitle"));
        await page.Keyboard.TypeAsync("One sentence.");
        await screen.TabToAsync(Field("Venue.Name"));
        await page.Keyboard.TypeAsync("Seminar Room A");
        await Expect(page.Locator(Field("Venue.Address"))).ToHaveValueAsync("Sample Hall, 2nd floor");
        await screen.TabToAsync(Field("Speakers[0].Name"));
        await page.Keyboard.TypeAsync("Ove First");
        await screen.TabToAsync("[data-row-add]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Field("Speakers[1].Name"))).ToBeFocusedAsync();
        await screen.TabToAsync("[data-speaker-new]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#speaker-panel-Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(name);
        await screen.AssertSoundAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Field("Speakers[1].Name"))).ToBeFocusedAsync();
        await Expect(page.Locator(Field("Speakers[1].Name"))).ToHaveValueAsync(name);
        await screen.TabToAsync("[data-move=up]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Names).First).ToHaveValueAsync(name);
        await Expect(page.Locator("[role=status].visually-hidden:not([data-media-news])")).ToContainTextAsync("1");
        await screen.AssertSoundAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync($"Told by keys {language}");

        await screen.GoAsync($"/graspp/events/told-by-keys-{language}");
        await Expect(page.Locator(".speaker-card__name")).ToHaveTextAsync([name, "Ove First"]);
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Every_note_leads_to_its_field(int width)
    {
        await using var screen = await NewEventAsync(width);
        var page = screen.Page;
        await page.FillAsync(Title, "Lecture on Friday, 2 October");
        await page.FillAsync(Field("StartLocal"), "2099-10-01T15:00");
        await page.FillAsync(Field("EndLocal"), "2099-10-01T14:00");
        await page.FillAsync(Field("Venue.Name"), "Hall");
        await page.CheckAsync("[name='RegistrationPart.Enabled']");
        var notes = page.Locator("[data-notes] a");
        await Expect(page.Locator("[data-notes]")).ToContainTextAsync("another weekday");
        foreach (var words in new[] { "ends before it starts", "another weekday", "another date", "no link to a map", "in which language", "Nobody is named", "no abstract", "what their data is for" })
        {
            var note = notes.Filter(new() { HasText = words }).First;
            var field = (await note.GetAttributeAsync("href"))![1..];
            await note.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var focused = await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.getAttribute('aria-labelledby')");
            Assert.True(focused.StartsWith(field, StringComparison.Ordinal), $"“{words}” leads to {focused}, not {field}");
            await Expect(page.Locator("*:focus")).ToBeInViewportAsync();
        }

        await screen.AssertSoundAsync();
    }

    [Theory]
    [InlineData("en", "at most 255 fit")]
    [InlineData("ja", "255文字以内")]
    public async Task Title_that_is_too_long_is_refused_where_it_was_typed(string language, string words)
    {
        await using var screen = await NewEventAsync(1280, language);
        var page = screen.Page;
        await page.FillAsync(Title, new string('題', 5_000));
        await page.FillAsync(Field("Subtitle"), "Kept");

        await page.ClickAsync(Publish);

        await Expect(page.Locator("[data-valmsg-for='TitlePart.Title']")).ToContainTextAsync(words);
        await Expect(page.Locator(Title)).ToBeFocusedAsync();
        Assert.Equal(5_000, (await page.InputValueAsync(Title)).Length);
        await Expect(page.Locator(Field("Subtitle"))).ToHaveValueAsync("Kept");
        await screen.AssertSoundAsync();
    }

    [Theory, InlineData("2027-03-28T02:30", "skip this time"), InlineData("2027-10-31T02:30", "twice that night")]
    public async Task Night_of_the_clock_change_is_explained_beside_the_form(string start, string words)
    {
        await using var screen = await NewEventAsync(390);
        var page = screen.Page;
        await page.FillAsync(Field("TimeZoneId"), "Vienna");
        await page.FillAsync(Field("StartLocal"), start);
        await page.ClickAsync($"[data-notes] a >> text={words}");
        await Expect(page.Locator(Field("StartLocal"))).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Linked_name_may_be_written_as_announced()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.EditEventAsync("災害のあと");
        var link = page.Locator(Field("Speakers[0].SpeakerId") + " option:checked");
        await Expect(link).ToHaveTextAsync("Naoko Tachibana");

        await page.FocusAsync(Field("Speakers[0].Name"));
        await page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Url.Contains("/Speakers?", StringComparison.Ordinal) });

        await Expect(page.Locator(Field("Speakers[0].Name"))).ToHaveValueAsync("橘 尚子");
        await Expect(link).ToHaveTextAsync("Naoko Tachibana");
    }

    private static string Field(string name) => $"[name='EventPart.{name}']";

    /// <summary>Types a name that an earlier event has, as one who picks it from the list does.</summary>
    private static async Task FillKnownAsync(Screen screen, string field, string name)
    {
        await screen.Page.ClickAsync(field);
        await screen.Page.RunAndWaitForResponseAsync(() => screen.Page.FillAsync(field, name), answer => answer.Url.Contains("words=", StringComparison.Ordinal));
    }

    private async Task<Screen> NewEventAsync(int width, string language = "en")
    {
        var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        return screen;
    }
}
