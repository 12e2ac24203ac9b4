using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>A draft is looked at before anybody else sees it, and shown to a colleague without an account for a while.</summary>
public sealed class PreviewTests : IClassFixture<TestSite>
{
    private const string Join = "https://meet.example.org/secret-room";

    private readonly TestSite _site;

    public PreviewTests(TestSite site) => _site = site;

    [Fact]
    public async Task Button_saves_the_draft_and_shows_it_as_page_entry_mail_and_calendar()
    {
        using var editor = await EditorAsync();

        var page = await PreviewAsync(editor, "Looked at first", ("EventPart.Subtitle", "Not public"), ("RegistrationPart.Enabled", "true"));

        Assert.Contains("Preview: Looked at first", page.Text, StringComparison.Ordinal);
        var frame = await editor.GetAsync(page.Document.QuerySelector("iframe")!.GetAttribute("src")!);
        Assert.Contains("Not public", frame.Text, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", frame.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotNull((await ViewAsync(editor, page, "Entry")).Document.QuerySelector(".event-entry"));
        Assert.Contains("you are registered for “Looked at first”", (await ViewAsync(editor, page, "Mail")).Text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", (await ViewAsync(editor, page, "Calendar")).Text, StringComparison.Ordinal);
        using var visitor = _site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/looked-at-first")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync(frame.Address)).Status);
    }

    [Fact]
    public async Task Wrong_form_is_not_previewed_but_shown_again()
    {
        using var editor = await EditorAsync();

        var form = await editor.CreateEventAsync("", PreviewButton, ("submit.Save", PreviewButton));

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.NotNull(form.Document.QuerySelector(Editing.EditorForm));
    }

    [Fact]
    public async Task Colleague_sees_the_draft_until_the_link_ends()
    {
        using var editor = await EditorAsync();
        var page = await PreviewAsync(editor, "Shown to a colleague", ("EventPart.JoinUrl", Join), ("RegistrationPart.Enabled", "true"));
        var made = await editor.FollowAsync(await editor.SubmitAsync(page, "form[action*='/Links']", ("days", "1")));
        var link = new Uri(made.Document.QuerySelector("#new-link")!.GetAttribute("value")!).PathAndQuery;
        using var colleague = _site.Visit();

        var shown = await colleague.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Preview of a draft: this is not public.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", shown.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", shown.Response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        var mail = await colleague.GetAsync(link + "/mail");
        Assert.Contains("you are registered", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Join, mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Join, (await colleague.GetAsync(link + "/calendar")).Html, StringComparison.Ordinal);
        Assert.Null((await editor.GetAsync(made.Address)).Document.QuerySelector("#new-link"));

        _site.Clock.Advance(TimeSpan.FromDays(1));
        var over = await colleague.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, over.Status);
        Assert.Contains("Ask admin for a new one", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shown to a colleague", over.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_or_mistyped_link_says_what_to_do()
    {
        using var editor = await EditorAsync();
        var page = await PreviewAsync(editor, "Withdrawn at once");
        var made = await editor.FollowAsync(await editor.SubmitAsync(page, "form[action*='/Links']", ("days", "30")));
        var link = new Uri(made.Document.QuerySelector("#new-link")!.GetAttribute("value")!).PathAndQuery;
        Assert.Contains("Made by admin", made.Text, StringComparison.Ordinal);

        await editor.SubmitAsync(made, "form[action*='/Revoke']");

        using var colleague = _site.Visit();
        foreach (var dead in new[] { link, link[..^1], "/previews/nonsense" })
        {
            var answer = await colleague.GetAsync(dead);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("Ask whoever sent it to you", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Viewer_may_neither_look_nor_share()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        var page = await PreviewAsync(editor, "Not for viewers");
        using var viewer = await _site.SignedInAsync("Viewer", "paul");

        Assert.True((await viewer.GetAsync(page.Address)).IsForbidden());
        Assert.True((await viewer.GetAsync(page.Document.QuerySelector("iframe")!.GetAttribute("src")!)).IsForbidden());
    }

    private const string PreviewButton = "submit.Preview";

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }

    private static async Task<Page> PreviewAsync(Visitor editor, string title, params (string Name, string? Value)[] changes) =>
        await editor.FollowAsync(await editor.CreateEventAsync(title, PreviewButton, [.. changes, ("submit.Save", PreviewButton)]));

    private static async Task<Page> ViewAsync(Visitor editor, Page page, string view)
    {
        var chosen = await editor.GetAsync(page.Document.QuerySelector($".preview-choices a[href*='view={view}']")!.GetAttribute("href")!);
        return await editor.GetAsync(chosen.Document.QuerySelector("iframe")!.GetAttribute("src")!);
    }
}
