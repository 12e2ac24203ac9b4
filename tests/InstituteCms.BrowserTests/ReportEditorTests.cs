using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>A report is begun from its event and written with headings, quotes, pictures and footnotes.</summary>
[Collection(OneSite.Name)]
public sealed class ReportEditorTests
{
    private const string Body = "#ForumReportPart_Body";
    private const string Text = ".seminar-rich:has(~ #ForumReportPart_Body) .seminar-rich-text";
    private const string Picture = "/InstituteTheme/favicon.svg";

    private readonly BrowserSite _site;

    public ReportEditorTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Report_is_begun_with_one_click_and_written_by_mouse()
    {
        await using (var visitor = await _site.OpenAsync(1280))
        {
            await visitor.GoAsync(Addresses.Register);
            await visitor.Page.FillAsync("#Form_Name", "Rita Reader");
            await visitor.Page.FillAsync("#Form_Email", "reader@example.org");
            await visitor.Page.CheckAsync("#Form_Consent");
            await visitor.Page.ClickAsync("main form button[type=submit]");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("You are registered.");
        }

        await using var screen = await BeginAsync(1280, "en", "What Cities Promise");
        var page = screen.Page;
        await Expect(page.Locator("#ForumReportPart_EventId option:checked")).ToContainTextAsync("What Cities Promise");
        Assert.True(int.Parse(await page.InputValueAsync("[name='ForumReportPart.Attendance']"), System.Globalization.CultureInfo.InvariantCulture) >= 1);
        await Expect(page.Locator("[name='ForumReportPart.Summary']")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("was held on .*day"));
        await Expect(page.Locator(Text + " h2")).ToHaveTextAsync([
            "Hana Morikawa, Associate Professor of Public Finance, Sample University", "Elias Brandt, Professor of Administrative Law, Sample School of Government"]);

        await page.Locator(Text + " p").Last.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("She began with a question");
        await ToolAsync(screen, "Footnote");
        await page.Keyboard.PressAsync("Enter");
        await ToolAsync(screen, "Subheading");
        await page.Keyboard.TypeAsync("What was asked");
        await page.Keyboard.PressAsync("Enter");
        await ToolAsync(screen, "Quote");
        await page.Keyboard.TypeAsync("Who pays?");
        await ToolAsync(screen, "Picture");
        await page.FillAsync(Body + "_path", Picture);
        await page.FillAsync(Body + "_alt", "Four lines of different length");
        await page.FillAsync(Body + "_caption", "The institute's sign");
        await screen.AssertSoundAsync();
        await page.ClickAsync(".seminar-ask .btn-primary");
        await Expect(page.Locator(Text + " figcaption")).ToHaveTextAsync("The institute's sign");
        await page.FillAsync("[name='ForumReportPart.Authors']", "Ann Author");
        await Expect(page.Locator("[data-reviewed=citation]")).ToContainTextAsync("Ann Author");
        await Expect(page.Locator("[data-reviewed=length]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* words$"));
        var html = await page.InputValueAsync(Body);
        Assert.All(["<h3>What was asked</h3>", "<blockquote>", "alt=\"Four lines of different length\"", "<figcaption>"], part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Contains("question[[", html, StringComparison.Ordinal);
        await screen.AssertSoundAsync();
        await page.ClickAsync(".form-actions button[name='submit.Save']");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();
        await Expect(page.Locator(Body)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Who pays"));
    }

    [Fact]
    public async Task Report_in_japanese_is_written_by_keyboard_alone_and_read_by_visitors()
    {
        await using var screen = await BeginAsync(390, "ja", "災害のあと");
        var page = screen.Page;
        await screen.TabToAsync("[name='ForumReportPart.Summary']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("概要です。");
        await screen.TabToAsync(".seminar-rich-text");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("機械を見張るのは誰か[[註の文]]");
        await Expect(page.Locator("[data-reviewed=length]")).ToHaveTextAsync("13字");
        await screen.AssertSoundAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".alert-success, .message").First).ToBeVisibleAsync();

        await screen.GoAsync("/graspp/reports");
        await page.ClickAsync("main a >> text=災害のあと");
        await Expect(page.Locator(".report__body")).ToContainTextAsync("機械を見張るのは誰か");
        await Expect(page.Locator("#note-mark-1")).ToHaveTextAsync("1");
        await screen.AssertSoundAsync();
    }

    [Theory]
    [InlineData("text/html", "<p class=x>First, <b>told</b></p><p>Then</p>", "<p>First, <b>told</b></p><p>Then</p>")]
    [InlineData("text/plain", "First\n\nThen, in\ntwo lines", "<p>First</p><p>Then, in<br>two lines</p>")]
    public async Task Text_that_is_pasted_over_headings_is_no_heading(string type, string pasted, string expected)
    {
        await using var screen = await _site.OpenAsync(1280, signedIn: true);
        var page = screen.Page;
        await screen.GoAsync(Addresses.Admin + "/Contents/ContentTypes/ForumReport/Create");
        await page.ClickAsync(Text);
        await ToolAsync(screen, "Heading");
        await page.Keyboard.TypeAsync("What was said");
        await Expect(page.Locator(Text + " h2")).ToHaveTextAsync("What was said");
        await page.Keyboard.PressAsync("Control+A");

        await page.EvalOnSelectorAsync(Text, """
            (text, [type, pasted]) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData(type, pasted);
                text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """, new[] { type, pasted });

        await Expect(page.Locator(Body)).ToHaveValueAsync(expected);
    }

    private static Task ToolAsync(Screen screen, string name) => screen.Page.ClickAsync($".seminar-rich:has(~ {Body}) .seminar-rich-bar button:text-is('{name}')");

    // By the address that the button of an event leads to once it is over: these are still to come.
    private async Task<Screen> BeginAsync(int width, string language, string title)
    {
        var screen = await _site.OpenAsync(width, language: language, signedIn: true);
        await screen.EditEventAsync(title);
        var id = new Uri(screen.Page.Url).Segments[^2].TrimEnd('/');
        await screen.GoAsync($"{Addresses.Admin}/Contents/ContentTypes/ForumReport/Create?eventId={id}");
        return screen;
    }
}
