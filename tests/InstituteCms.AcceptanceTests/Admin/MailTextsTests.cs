using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Editors change what mails say, and cannot break them.</summary>
public sealed class MailTextsTests : IClassFixture<TestSite>
{
    private const string Form = "form[data-mail-text]";
    private const string English = "/Admin/Seminars/MailTexts/all/Confirmed/en";

    private readonly TestSite _site;

    public MailTextsTests(TestSite site) => _site = site;

    [Fact]
    public async Task Changed_text_is_sent_and_the_original_comes_back()
    {
        using var editor = await EditorAsync();
        var own = await OfEventAsync(editor);
        var edit = await editor.GetAsync(own);
        Assert.Contains("{{ facts }}", edit.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var saved = await editor.FollowAsync(await editor.SubmitAsync(edit, Form, ("Subject", "See you: {{ event | upcase }}"), ("Text", "Hello {{ name }}!\r\n\r\n<b>Bring a pen.</b>\r\n\r\n{{ facts }}\r\n\r\n{{ cancel }}")));
        Assert.Contains("The text is saved.", saved.Text, StringComparison.Ordinal);
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("changed@example.org", "Ada & <i>Co</i>");
        var mail = (await MailAsync("changed@example.org"))[0];
        Assert.Equal("See you: WHAT CITIES PROMISE, WHAT CITIES PAY", mail.Subject);
        Assert.Contains("Hello Ada & <i>Co</i>!\n\n<b>Bring a pen.</b>\n\nWhen: ", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<p>Hello Ada &amp; &lt;i&gt;Co&lt;/i&gt;!</p>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Bring", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("/registrations/", mail.TextBody, StringComparison.Ordinal);

        await editor.SubmitAsync(await editor.GetAsync(own), Form, ("Subject", ""), ("Text", ""));
        using var next = _site.Visit(Institute.Department);
        await next.RegisterAsync("original@example.org");
        Assert.StartsWith("You are registered: ", (await MailAsync("original@example.org"))[0].Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Come! {{ cancel }}", "This mail has to say {{ facts }}.")]
    [InlineData("{{ facts }}", "This mail has to say {{ cancel }}.")]
    [InlineData("{% if false %}{{ facts }}{% endif %}{{ cancel }}", "This mail has to say {{ facts }}.")]
    [InlineData("{{ facts }} {{ cancel }} {{ nmae }}", "No mail of this kind knows “nmae”.")]
    [InlineData("{{ facts }} {{ cancel }} {% render_body %}", "No mail of this kind knows “render_body”.")]
    [InlineData("{{ facts }} {{ cancel }} https://example.org/registrations/AAAAAAAAAAAAAAAAAAAAAA", "A personal link stands in the text itself")]
    [InlineData("{{ facts }} {{ cancel }} {% if %}", "This cannot be read as a template")]
    public async Task Text_that_would_fail_its_readers_is_refused_beside_its_field_and_kept(string text, string problem)
    {
        using var editor = await EditorAsync();

        var page = await editor.SubmitAsync(await editor.GetAsync(English), Form, ("Text", text));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(problem, page.Document.QuerySelector("[data-valmsg-for='Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_kind_has_a_sound_original_in_both_languages()
    {
        using var editor = await EditorAsync();
        var list = await editor.GetAsync("/Admin/Seminars/MailTexts/all");
        var addresses = list.Document.QuerySelectorAll("main li a[href*='/MailTexts/all/']").Select(link => link.GetAttribute("href")!).ToArray();

        Assert.Equal(30, addresses.Length);
        foreach (var address in addresses)
        {
            var shown = await editor.SubmitAsync(await editor.GetAsync(address), Form, ("Preview", "true"));
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Empty(shown.Document.QuerySelectorAll("[data-mail-shown] .alert"));
            Assert.DoesNotContain("{{", shown.Document.QuerySelector("[data-mail-shown]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unknown_kinds_and_strangers_are_turned_away()
    {
        using var editor = await EditorAsync();
        using var stranger = _site.Visit(Institute.Department);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/Admin/Seminars/MailTexts/all/Confirmed/fr")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/Admin/Seminars/MailTexts/nosuchevent")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(English)).Status);
    }

    private static async Task<string> OfEventAsync(Visitor editor) =>
        $"/Admin/Seminars/MailTexts/{(await editor.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2]}/Confirmed/en";

    private Task<IReadOnlyList<MimeKit.MimeMessage>> MailAsync(string address) => _site.MailAsync(Institute.DepartmentTenant, address, 1);

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        return editor;
    }
}
