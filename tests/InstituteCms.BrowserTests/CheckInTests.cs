using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The door on a phone: with the connection pulled, and with a second phone beside it.</summary>
[Collection(OneSite.Name)]
public sealed class CheckInTests
{
    private readonly BrowserSite _site;

    public CheckInTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Door_goes_on_without_a_connection_and_two_phones_come_to_the_same()
    {
        await AnnounceAsync("The open door");
        await RegisterAsync("the-open-door", "Aiko Example", "door1@example.org");
        await RegisterAsync("the-open-door", "Ben Example", "door2@example.org");
        await using var one = await OpenDoorAsync("The open door", 390);
        await Expect(one.Page.Locator("[data-list] li")).ToHaveCountAsync(2);
        await Expect(State(one)).ToHaveAttributeAsync("data-state", "saved");
        await one.AssertSoundAsync();
        await one.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await one.Page.WaitForFunctionAsync("async () => (await (await caches.open('check-in')).keys()).length >= 5");

        await one.ConnectAsync(false);
        await one.Page.FillAsync("[data-search]", "aiko");
        await one.Page.PressAsync("[data-search]", "Enter");
        await Expect(one.Page.Locator("[data-result]")).ToContainTextAsync("Aiko Example is checked in.");
        await LetInAsync(one, "Wanda Walker");
        await Expect(State(one)).ToContainTextAsync("2 entries are kept on this phone");
        await one.Page.ReloadAsync();
        await Expect(one.Page.Locator("[data-list] li[data-here=true] strong")).ToHaveTextAsync(["Aiko Example", "Wanda Walker"]);
        await Expect(State(one)).ToHaveAttributeAsync("data-state", "offline");
        await one.AssertSoundAsync();

        await one.ConnectAsync(true);
        await one.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(State(one)).ToHaveAttributeAsync("data-state", "saved");
        await using var two = await OpenDoorAsync("The open door", 1280);
        await Expect(two.Page.Locator("[data-count]")).ToHaveTextAsync("2 of 3 are here");

        _site.Site.Clock.Advance(TimeSpan.FromMinutes(5)); // The site's clock stands still otherwise, and no tick is later than it.
        await two.Page.ClickAsync("[aria-label='Undo: Aiko Example']");
        await Expect(State(two)).ToHaveAttributeAsync("data-state", "saved");
        await one.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(one.Page.Locator("[data-count]")).ToHaveTextAsync("1 of 3 are here");
        await two.AssertSoundAsync();

        one.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await one.Page.ClickAsync("[data-forget]");
        await Expect(one.Page.Locator("[data-result]")).ToContainTextAsync("No names are on this phone any more");
        Assert.Equal(0, await one.Page.EvaluateAsync<int>("Object.keys(localStorage).filter((key) => key.startsWith('check-in:')).length"));
        await one.GoAsync(new Uri(two.Page.Url).AbsolutePath + "/list");
        await one.AssertSoundAsync();
    }

    [Fact]
    public async Task Ticket_is_known_by_its_code_and_by_the_camera()
    {
        await AnnounceAsync("The seeing door", capacity: "1");
        var ticket = await RegisterAsync("the-seeing-door", "Kei Example", "door3@example.org") + "/ticket";
        await using var screen = await OpenDoorAsync("The seeing door", 390, "ja");
        var page = screen.Page;
        await using var guest = await _site.OpenAsync(390);
        await guest.GoAsync(ticket);
        var code = await guest.Page.Locator(".pass__letters").InnerTextAsync();
        var picture = await guest.Page.Locator(".pass svg").EvaluateAsync<string>("svg => 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(svg))");

        await page.FillAsync("[data-search]", code.ToLower(CultureInfo.InvariantCulture));
        await Expect(page.Locator("[data-list] li")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-walk-in]");
        await Expect(page.Locator("[data-let-in]")).ToBeDisabledAsync();
        await Expect(page.Locator("[data-free]")).ToContainTextAsync("空席がありません");
        await screen.AssertSoundAsync();
        await page.Keyboard.PressAsync("Escape");

        var seesCodes = await page.EvaluateAsync<bool>("async () => 'BarcodeDetector' in window || import(document.querySelector('[data-door]').dataset.scanner).then(() => true, () => false)");
        Assert.SkipUnless(seesCodes, "This browser reads no codes, and the library that does was not restored by npm.");
        await page.EvaluateAsync(
            """
            async (picture) => {
              const [image, canvas] = [new Image(), Object.assign(document.createElement('canvas'), { width: 400, height: 400 })];
              image.src = picture;
              await image.decode();
              navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
              setInterval(() => {
                const pen = canvas.getContext('2d');
                pen.fillStyle = '#fff';
                pen.fillRect(0, 0, 400, 400);
                pen.drawImage(image, 50, 50, 300, 300);
              }, 100);
            }
            """,
            picture);
        await page.ClickAsync("[data-scan]");
        await Expect(page.Locator("[data-scan-result]")).ToContainTextAsync("Kei Exampleさんを受け付けました。");
        await screen.AssertSoundAsync();
    }

    private static ILocator State(Screen screen) => screen.Page.Locator("[data-state][role=status]");

    private static async Task LetInAsync(Screen screen, string name)
    {
        await screen.Page.ClickAsync("[data-walk-in]");
        await screen.Page.FillAsync("[data-walk-in-form] [name=name]", name);
        await screen.Page.ClickAsync("[data-let-in]");
    }

    private async Task AnnounceAsync(string title, string capacity = "")
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        await screen.Page.FillAsync("[name='TitlePart.Title']", title);
        await screen.Page.FillAsync("[name='EventPart.StartLocal']", _site.Site.Clock.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await screen.Page.FillAsync("[name='EventPart.TimeZoneId']", "Etc/UTC");
        await screen.Page.CheckAsync("[name='RegistrationPart.Enabled']");
        await screen.Page.FillAsync("[name='RegistrationPart.Capacity']", capacity);
        await screen.Page.ClickAsync(".form-actions button[name='submit.Publish']");
        await Expect(screen.Page.Locator(".alert-success, .message").First).ToContainTextAsync(title);
    }

    private async Task<string> RegisterAsync(string slug, string name, string address)
    {
        await using var screen = await _site.OpenAsync(1280);
        await screen.GoAsync($"/graspp/events/{slug}/register");
        await screen.Page.FillAsync("#Form_Name", name);
        await screen.Page.FillAsync("#Form_Email", address);
        await screen.Page.CheckAsync("#Form_Consent");
        await screen.Page.ClickAsync("main form button[type=submit]");
        await Expect(screen.Page).ToHaveURLAsync(new Regex("/registrations/[^/]+$"));
        return new Uri(screen.Page.Url).PathAndQuery;
    }

    private async Task<Screen> OpenDoorAsync(string title, int width, string language = "en")
    {
        var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync("/graspp/check-in");
        await screen.AssertSoundAsync();
        await screen.Page.ClickAsync($".door-events a:has-text('{title}')");
        return screen;
    }
}
