using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>An event is held once more in another term.</summary>
public sealed class RepeatingTests : IClassFixture<TestSite>
{
    private const string RepeatForm = "form[action*='/Repeat']";

    private readonly TestSite _site;

    public RepeatingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Repeated_event_is_a_draft_on_the_same_weekday_with_registration_moved_along()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Held each term", "submit.Publish",
            ("EventPart.StartLocal", "2026-10-14T10:30"), ("EventPart.EndLocal", "2026-10-14T12:00"), ("EventPart.TimeZoneId", "Europe/Vienna"),
            ("EventPart.Subtitle", "Goes along"), ("EventPart.JoinUrl", "https://meet.example.org/old-room"),
            ("EventPart.Speakers[0].Name", "Ines Visiting"), ("EventPart.Speakers[0].Title", "Professor"),
            ("EventPart.Materials[0].Text", "Slides of then"), ("EventPart.Materials[0].Url", "https://example.org/slides"),
            ("RegistrationPart.Enabled", "true"), ("RegistrationPart.OpensLocal", "2026-09-01T09:00"), ("RegistrationPart.ClosesLocal", "2026-10-13T00:00"));

        var ask = await AskAsync(editor, "Held each term");

        Assert.Contains("Wednesday, April 14, 2027, 10:30–12:00 (Europe/Vienna, UTC+2)", ask.Text, StringComparison.Ordinal);
        Assert.Contains("March 2, 2027, 09:00", ask.Text, StringComparison.Ordinal);
        Assert.Contains("April 13, 2027, 00:00", ask.Text, StringComparison.Ordinal);
        Assert.Contains("Slides of then", ask.Text, StringComparison.Ordinal);
        Assert.Contains("No page here", ask.Text, StringComparison.Ordinal);

        var draft = await editor.FollowAsync(await editor.SubmitAsync(ask, RepeatForm, ("Form.Title", "Held again"), ("submit.Make", "Make")));

        Assert.Equal("2027-04-14T10:30", Field(draft, "EventPart.StartLocal")[..16]);
        Assert.Equal("2027-04-14T12:00", Field(draft, "EventPart.EndLocal")[..16]);
        Assert.Equal("2027-04-13T00:00", Field(draft, "RegistrationPart.ClosesLocal")[..16]);
        Assert.Equal("Goes along", Field(draft, "EventPart.Subtitle"));
        Assert.Equal("Ines Visiting", Field(draft, "EventPart.Speakers[0].Name"));
        Assert.DoesNotContain("old-room", draft.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/slides", draft.Html, StringComparison.Ordinal);
        using var visitor = _site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/held-again")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/held-each-term")).Status);
    }

    [Fact]
    public async Task Speaker_with_a_page_gets_the_title_held_today()
    {
        using var editor = await EditorAsync();
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Speaker/Create");
        await editor.SubmitAsync(form, Editing.EditorForm, ("TitlePart.Title", "Rosa Promoted"), ("SpeakerPart.Position", "Professor"), ("submit.Publish", "Publish"));
        await editor.CreateEventAsync("Before the chair", "submit.Publish", ("EventPart.Speakers[0].Name", "Rosa Promoted"), ("EventPart.Speakers[0].Title", "Lecturer"));

        var ask = await AskAsync(editor, "Before the chair");

        Assert.Contains("Changed; then: Lecturer", ask.Text, StringComparison.Ordinal);
        var draft = await editor.FollowAsync(await editor.SubmitAsync(ask, RepeatForm, ("submit.Make", "Make")));
        Assert.Equal("Professor", Field(draft, "EventPart.Speakers[0].Title"));
    }

    [Fact]
    public async Task Dates_are_shown_before_anything_is_made_and_wrong_ones_are_said()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Over the change", "submit.Publish",
            ("EventPart.StartLocal", "2027-01-13T02:30"), ("EventPart.EndLocal", "2027-01-13T03:30"), ("EventPart.TimeZoneId", "Europe/Vienna"));
        var ask = await AskAsync(editor, "Over the change");

        var shown = await editor.SubmitAsync(ask, RepeatForm, ("Form.Start", "2027-05-05T02:30"), ("submit.Show", ""));
        Assert.Contains("Wednesday, May 5, 2027, 02:30–03:30 (Europe/Vienna, UTC+2)", shown.Text, StringComparison.Ordinal);

        var skipped = await editor.SubmitAsync(shown, RepeatForm, ("Form.Title", "Kept words"), ("Form.Start", "2027-03-28T02:30"), ("submit.Make", "Make"));
        Assert.Contains("The clocks in Europe/Vienna skip this time", skipped.ErrorAt("Form.Start"), StringComparison.Ordinal);
        Assert.Equal("Kept words", Field(skipped, "Form.Title"));

        var nonsense = await editor.SubmitAsync(skipped, RepeatForm, ("Form.Start", "soon"), ("Form.Title", ""), ("submit.Make", "Make"));
        Assert.Contains("Enter day and time", nonsense.ErrorAt("Form.Start"), StringComparison.Ordinal);
        Assert.Contains("Give it a title", nonsense.ErrorAt("Form.Title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_copy_may_not_repeat()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        await editor.CreateEventAsync("Not to be repeated");
        var address = await RepeatAddressAsync(editor, "Not to be repeated");
        using var viewer = await _site.SignedInAsync("Viewer", "paula");

        Assert.True((await viewer.GetAsync(address)).IsForbidden());
    }

    private static string Field(Page page, string name) => page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value") ?? "";

    private static async Task<Page> AskAsync(Visitor editor, string title) => await editor.GetAsync(await RepeatAddressAsync(editor, title));

    private static async Task<string> RepeatAddressAsync(Visitor editor, string title)
    {
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", title));
        return form.Document.QuerySelector("a[href*='/Repeat']")!.GetAttribute("href")!;
    }

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }
}
