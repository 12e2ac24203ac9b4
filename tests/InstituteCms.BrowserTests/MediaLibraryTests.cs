using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>Pictures come into the library and into the editors: with the mouse, with the keyboard alone, without scripts.</summary>
[Collection(OneSite.Name)]
public sealed class MediaLibraryTests
{
    private const string Library = Addresses.Admin + "/Media";
    private const string Speaker = Addresses.Admin + "/Contents/ContentTypes/Speaker/Create";
    private const string Report = Addresses.Admin + "/Contents/ContentTypes/ForumReport/Create";

    /// <summary>Gives a place files, as they come when they are dropped or pasted.</summary>
    private const string Give = """
        async (place, [kind, names]) => {
            const files = new DataTransfer();
            for (const [index, name] of names.entries()) {
                const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
                const paper = canvas.getContext('2d');
                paper.fillStyle = ['teal', 'brown', 'olive'][index];
                paper.fillRect(0, 0, 300, 200);
                const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
                files.items.add(new File([blob], name, { type: 'image/png' }));
            }
            const event = kind === 'paste'
                ? new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true })
                : new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true });
            place.dispatchEvent(event);
        }
        """;

    private static readonly string[] _photos = ["first.png", "second.png", "third.png"];

    private readonly BrowserSite _site;

    public MediaLibraryTests(BrowserSite site) => _site = site;

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Pictures_are_dropped_and_pasted_described_where_they_arrive_and_found_again(int width)
    {
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Library);

        await GiveAsync(page.Locator("main"), "drop", $"hall {width}.png", $"door {width}.png");
        await Expect(page.Locator(".media-progress .is-done")).ToHaveCountAsync(2);
        var shows = page.Locator(".media-progress label input");
        await Expect(shows.First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync($"The hall, seen at {width}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(shows.Nth(1)).ToBeFocusedAsync();
        await Expect(page.Locator(".media-progress li").First).ToContainTextAsync("Saved");
        await Expect(Tile(page, $"hall-{width}.png")).Not.ToContainTextAsync("No description");
        await Expect(Tile(page, $"door-{width}.png")).ToContainTextAsync("No description");
        await screen.AssertSoundAsync();

        await GiveAsync(page.Locator("main"), "paste", "image.png");
        await Expect(Tile(page, "pasted")).Not.ToHaveCountAsync(0);

        await page.FillAsync("#words", $"seen {width}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".media-name")).ToHaveTextAsync([$"hall-{width}.png"]);
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Sending_is_seen_and_can_be_stopped_and_what_is_refused_is_told_beside_its_name()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Library);
        var reached = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/Media/Upload", async route =>
        {
            reached.SetResult();
            await answered.Task;
            await route.AbortAsync();
        });
        await GiveAsync(page.Locator("main"), "drop", "slow.png");
        await reached.Task;
        await Expect(page.Locator(".media-progress progress")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop sending" }).ClickAsync();
        await Expect(page.Locator(".media-progress li")).ToContainTextAsync("“slow.png” was stopped. Nothing of it is stored.");
        answered.SetResult();
        await page.UnrouteAsync("**/Media/Upload");

        await page.SetInputFilesAsync("#files", new FilePayload[]
        {
            new() { Name = "none.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() },
            new() { Name = "drawing.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
            new() { Name = "large.png", MimeType = "image/png", Buffer = new byte[31 * 1024 * 1024] },
        });
        var rows = page.Locator(".media-progress li");
        await Expect(rows.Nth(0)).ToContainTextAsync("“none.jpg” is not a picture");
        await Expect(rows.Nth(1)).ToContainTextAsync("“drawing.svg” is of a type that is not taken here");
        await Expect(rows.Nth(2)).ToContainTextAsync("“large.png” is too large: one file may have 30 MB.");
        Assert.Empty(await page.Locator(".media-name").Filter(new() { HasTextRegex = new("none|drawing|large|slow") }).AllAsync());
    }

    [Fact]
    public async Task Picture_is_added_described_cut_and_replaced_by_keyboard_alone()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        page.FileChooser += (_, _) => { }; // Choosers are caught from here on: to begin with it takes the browser a moment, in which a press opens none.
        await screen.GoAsync(Library);
        await screen.TabToAsync("#files");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "keys.png", MimeType = "image/png", Buffer = await PictureAsync(page) });
        await Expect(page.Locator(".media-progress label input")).ToBeFocusedAsync();

        await screen.TabToAsync(".media-grid a[href$='keys.png']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("keys.png");
        await screen.TabToAsync("[data-media-focus]");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("[data-media-said]")).ToHaveTextAsync("61% from the left, 49% from above");
        await screen.AssertSoundAsync();
        await screen.TabToAsync("[name=AltText]");
        await page.Keyboard.TypeAsync("Drawn by hand");
        await screen.TabToAsync(".media-more summary");
        await page.Keyboard.PressAsync("Enter");
        await screen.TabToAsync("[name='Framing.Width']");
        await page.Keyboard.TypeAsync("80");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync("keys.png");
        await Expect(page.Locator("[name='Framing.FocalX']")).ToHaveValueAsync("61");
        await Expect(page.Locator("[data-media-crop]")).ToBeVisibleAsync();

        await screen.TabToAsync("#file");
        chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "other.jpg", MimeType = "image/jpeg", Buffer = "x"u8.ToArray() });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".field-validation-error")).ToContainTextAsync("“other.jpg” is of another type");
        await Expect(page.Locator("[name=AltText]")).ToHaveValueAsync("Drawn by hand");
        await screen.AssertSoundAsync();
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Photo_of_a_speaker_is_chosen_by_keyboard_with_what_it_shows(int width)
    {
        await using var screen = await _site.OpenAsync(width, signedIn: true);
        var page = screen.Page;
        await AddAsync(screen, $"face {width}.png", $"A face at {width}");
        await screen.GoAsync(Speaker);
        await page.FillAsync("[name='TitlePart.Title']", $"Person at {width}");
        await screen.TabToAsync(".media-pick button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#media-dialog-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync($"face at {width}");
        await Expect(page.Locator(".media-dialog .media-name")).ToHaveTextAsync([$"face-{width}.png"]);
        await screen.AssertSoundAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name='SpeakerPart.Photo.Path']")).ToHaveValueAsync($"face-{width}.png");
        await Expect(page.Locator("[name='SpeakerPart.Photo.AltText']")).ToHaveValueAsync($"A face at {width}");
        await Expect(page.Locator(".media-pick button")).ToBeFocusedAsync();
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Report_gets_its_photos_at_once_and_a_picture_pasted_into_its_text()
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Report);
        await page.FillAsync("[name='TitlePart.Title']", "A report with pictures");

        await GiveAsync(page.Locator("[data-rows]:has([data-media-picker])"), "drop", _photos);
        foreach (var (index, name) in _photos.Index())
        {
            await Expect(page.Locator($"[name='ForumReportPart.Photos[{index}].Path']")).ToHaveValueAsync(name);
        }

        await Expect(page.Locator("[name='ForumReportPart.Photos[0].AltText']")).ToBeFocusedAsync();

        await page.Locator(".seminar-rich-text[data-long]").ClickAsync();
        await page.Keyboard.TypeAsync("The room was full.");
        await GiveAsync(page.Locator(".seminar-rich-text[data-long]"), "paste", "image.png");
        var alt = page.Locator("#ForumReportPart_Body_alt");
        await Expect(alt).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("People in rows");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("The room at noon");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".seminar-rich-text figure img[alt='People in rows']")).ToBeVisibleAsync();
        await Expect(page.Locator(".seminar-rich-text figcaption")).ToHaveTextAsync("The room at noon");
        await Expect(page.Locator(".seminar-rich-text > p").First).ToHaveTextAsync("The room was full.");
        await screen.AssertSoundAsync();

        await page.SelectOptionAsync("[name='ForumReportPart.EventId']", new SelectOptionValue { Index = 2 });
        await page.ClickAsync(".form-actions button[name='submit.Publish']");
        await Expect(page.Locator(".field-validation-error").First).ToContainTextAsync("Say what the photo shows");
        await page.ClickAsync(".form-actions button[name='submit.Save']");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name='ForumReportPart.Photos[2].Path']")).ToHaveValueAsync("third.png");
        await Expect(page.Locator(".seminar-rich-text figure img[alt='People in rows']")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("/media/pasted.*\\?width=1024"));
    }

    [Theory]
    [InlineData(390, "en")]
    [InlineData(1280, "ja")]
    public async Task Pages_of_a_file_are_sound(int width, string language)
    {
        await using var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        var name = $"sound-{width}.png";
        await AddAsync(screen, name, "音");
        foreach (var address in new[] { Library, Library + "/File?path=" + name, Library + "/Delete?path=" + name, Report })
        {
            await screen.GoAsync(address);
            await screen.AssertSoundAsync();
        }

        await screen.Page.ClickAsync("[data-rows] > .btn:has(+ [data-row-add])");
        await Expect(screen.Page.Locator(".media-dialog .media-name").First).ToBeVisibleAsync();
        await screen.Page.Locator(".media-dialog .media-grid button").First.ClickAsync();
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Picture_is_added_and_described_without_scripts()
    {
        await using var screen = await _site.OpenAsync(390, javaScript: false, signedIn: true);
        var page = screen.Page;
        await using var drawing = await _site.OpenAsync(390);
        await screen.GoAsync(Library);
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "plain.png", MimeType = "image/png", Buffer = await PictureAsync(drawing.Page) });
        await page.ClickAsync(".media-drop button[type=submit]");
        await page.ClickAsync(".media-grid a[href$='plain.png']");
        await page.FillAsync("[name=AltText]", "Seen without scripts");
        await page.ClickAsync("form:has([name=AltText]) .form-actions button");
        await Expect(page.Locator("[name=AltText]")).ToHaveValueAsync("Seen without scripts");
        await screen.GoAsync(Speaker);
        await Expect(page.Locator("[name='SpeakerPart.Photo.Path']")).ToBeVisibleAsync();
    }

    private static ILocator Tile(IPage page, string name) => page.Locator("[data-media-listing] .media-grid li").Filter(new() { HasText = name });

    private static async Task GiveAsync(ILocator place, string kind, params string[] names) => await place.First.EvaluateAsync(Give, new object[] { kind, names });

    private static async Task<byte[]> PictureAsync(IPage page) =>
        Convert.FromBase64String((await page.EvaluateAsync<string>("Object.assign(document.createElement('canvas'), { width: 300, height: 200 }).toDataURL('image/png')")).Split(',')[1]);

    private static async Task AddAsync(Screen screen, string name, string shows)
    {
        await screen.GoAsync(Library);
        await GiveAsync(screen.Page.Locator("main"), "drop", name);
        await Expect(screen.Page.Locator(".media-progress label input")).ToBeFocusedAsync();
        await screen.Page.Keyboard.TypeAsync(shows);
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator(".media-progress [role=status]")).Not.ToBeEmptyAsync();
    }
}
