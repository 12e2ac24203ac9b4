using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>What an event asks: written by an editor, answered by a visitor, each by mouse and by keyboard alone.</summary>
[Collection(OneSite.Name)]
public sealed partial class QuestionTests
{
    private const string Tea = "[name='Form.Answers.reception']";
    private const string Diet = "#Form_Answers_diet";
    private const string Publish = ".form-actions button[name='submit.Publish']";

    private readonly BrowserSite _site;

    public QuestionTests(BrowserSite site) => _site = site;

    [Theory, InlineData("en", 390), InlineData("ja", 1280)]
    public async Task Question_appears_where_an_answer_asks_for_it_and_nothing_typed_is_lost(string language, int width)
    {
        await using var screen = await _site.OpenAsync(width, language: language);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Register);
        await Expect(page.Locator(Diet)).ToBeHiddenAsync();
        await page.CheckAsync(Tea + "[value=yes]");
        await page.FillAsync(Diet, "No nuts");
        await page.CheckAsync(Tea + "[value=no]");
        await Expect(page.Locator(Diet)).ToBeHiddenAsync();
        await page.CheckAsync(Tea + "[value=yes]");
        await Expect(page.Locator(Diet)).ToHaveValueAsync("No nuts");
        await page.FillAsync("#Form_Name", "Aiko Example");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Expect(page.Locator(Diet)).ToHaveValueAsync("No nuts");
        await screen.AssertSoundAsync();

        await page.FillAsync("#Form_Email", $"asked{width}@example.org");
        await page.CheckAsync("#Form_Consent");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page).ToHaveURLAsync(PersonalPage());
        await Expect(page.Locator(".answers dd")).ToHaveTextAsync([language == "ja" ? "はい" : "Yes", "No nuts"]);
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Questions_are_answered_by_keyboard_alone()
    {
        await using var screen = await _site.OpenAsync(1280);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Register);
        await screen.TabToAsync("#Form_Name");
        await screen.TypeAsync("Kei Asked", "keyasked@example.org");
        await screen.TabToAsync(Tea);
        await page.Keyboard.PressAsync("ArrowDown"); // From "No answer", the last, to the first.
        await Expect(page.Locator(Tea + "[value=yes]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(Diet)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("No fish");
        await screen.TabToAsync("#Form_Consent");
        await page.Keyboard.PressAsync("Space");
        await screen.TabToAsync("main form button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(PersonalPage());
        await Expect(page.Locator(".answers dd")).ToHaveTextAsync(["Yes", "No fish"]);
    }

    [Theory, InlineData("en", 1280), InlineData("ja", 390)]
    public async Task Questions_are_written_by_mouse(string language, int width)
    {
        await using var screen = await NewEventAsync($"Asked by mouse {language}", width, language);
        var page = screen.Page;
        await page.ClickAsync("[data-questions] > summary");
        await Expect(page.Locator(Field(0, "ChoicesEnglish"))).ToBeHiddenAsync();
        await page.FillAsync(Field(0, "English"), "How do you come?");
        await page.FillAsync(Field(0, "Japanese"), "交通手段を教えてください。");
        await page.SelectOptionAsync(Field(0, "Kind"), "OneChoice");
        await page.FillAsync(Field(0, "ChoicesEnglish"), "By train\nBy car");
        await page.CheckAsync(Field(0, "Required"));
        await page.ClickAsync("[data-questions] [data-row-add]");
        await page.FillAsync(Field(1, "English"), "Number of the car?");
        await page.ClickAsync("[data-question-row]:nth-of-type(2) summary");
        await page.SelectOptionAsync(Field(1, "WhenQuestion"), new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.FillAsync(Field(1, "WhenValue"), "By car");
        await screen.AssertSoundAsync();
        await page.ClickAsync("[data-questions-preview]");
        await Expect(page.FrameLocator("[data-questions-frame]").Locator("legend")).ToContainTextAsync(language == "ja" ? "交通手段" : "How do you come?");
        await PublishAsync(screen, $"Asked by mouse {language}");

        await screen.GoAsync($"/graspp/events/asked-by-mouse-{language}/register");
        var car = page.Locator(".field").Filter(new() { HasText = "Number of the car?" }).Last;
        await Expect(car).ToBeHiddenAsync();
        await page.GetByText("By car", new() { Exact = true }).ClickAsync();
        await Expect(car).ToBeVisibleAsync();
        await screen.AssertSoundAsync();
    }

    [Fact]
    public async Task Questions_are_written_and_moved_by_keyboard_alone()
    {
        await using var screen = await NewEventAsync("Asked by keys", 1280);
        var page = screen.Page;
        await screen.TabToAsync("[data-questions] > summary");
        await page.Keyboard.PressAsync("Enter");
        await screen.TabToAsync(Field(0, "English"));
        await page.Keyboard.TypeAsync("Second?");
        await screen.TabToAsync("[data-questions] [data-row-add]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Field(1, "English"))).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("First?");
        await screen.TabToAsync("[data-question-row] [data-move=up]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Field(0, "English"))).ToHaveValueAsync("First?");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToContainTextAsync("Asked by keys");

        await screen.GoAsync("/graspp/events/asked-by-keys/register");
        await Expect(page.Locator("[data-question] label")).ToHaveTextAsync([new Regex("First"), new Regex("Second")]);
    }

    private static string Field(int row, string name) => $"[name='QuestionsPart.Questions[{row}].{name}']";

    private static async Task PublishAsync(Screen screen, string title)
    {
        await screen.Page.ClickAsync(Publish);
        await Expect(screen.Page.Locator(".alert-success, .message").First).ToContainTextAsync(title);
    }

    private async Task<Screen> NewEventAsync(string title, int width, string language = "en")
    {
        var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/Event/Create");
        await screen.Page.FillAsync("[name='TitlePart.Title']", title);
        await screen.Page.FillAsync("[name='EventPart.StartLocal']", "2099-09-02T10:30");
        await screen.Page.FillAsync("[name='EventPart.TimeZoneId']", "Asia/Tokyo");
        await screen.Page.CheckAsync("[name='RegistrationPart.Enabled']");
        return screen;
    }

    [GeneratedRegex("/registrations/[^/]+$")]
    private static partial Regex PersonalPage();
}
