using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Those registered are told what has become of their event: once, in their language, and only if the editor says so.</summary>
public sealed class TellingTests : IClassFixture<TestSite>
{
    private const string Tell = "RegistrationPart.Tell";
    private const string Status = "EventPart.Status";

    private readonly TestSite _site;

    public TellingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Cancelled_event_is_told_to_each_registrant_once_in_their_language()
    {
        using var editor = await EditorAsync();
        var (edit, address) = await AnnounceAsync(editor, "Told and gone");
        using var english = _site.Visit(Institute.Department);
        using var japanese = _site.Visit(Institute.Department, "ja");
        await english.RegisterAsync("told.en@example.org", @event: address);
        await japanese.RegisterAsync("told.ja@example.org", "山田 花子", address);
        await MailAsync("told.en@example.org", 1);
        await MailAsync("told.ja@example.org", 1);

        var form = await editor.GetAsync(edit);
        Assert.Contains("2 people get this by mail", form.Text, StringComparison.Ordinal);
        var done = await editor.FollowAsync(await PublishAsync(editor, form, (Status, "Cancelled"), (Tell, "The speaker is ill.\r\nWe are sorry.\r\n\r\nSee you next term.")));

        Assert.Contains("2 registered people are told by mail", done.Text, StringComparison.Ordinal);
        var first = (await MailAsync("told.en@example.org", 2)).Single(mail => mail.Subject == "Cancelled: Told and gone");
        var second = (await MailAsync("told.ja@example.org", 2)).Single(mail => mail.Subject == "中止のお知らせ：Told and gone");
        Assert.Contains("山田 花子 様", second.TextBody, StringComparison.Ordinal);
        Assert.All([first, second], mail => Assert.Contains("The speaker is ill.\nWe are sorry.\n\nSee you next term.", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        Assert.Contains("The speaker is ill.<br>We are sorry.", first.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", Calendar(first), StringComparison.Ordinal);

        // The same form once more, and the event once more: nobody is told again.
        await PublishAsync(editor, form, (Status, "Cancelled"), (Tell, "The speaker is ill.\r\nWe are sorry.\r\n\r\nSee you next term."));
        await PublishAsync(editor, await editor.GetAsync(edit), ("EventPart.Subtitle", "Still cancelled"));
        await PublishAsync(editor, await editor.GetAsync(edit), (Tell, "One word more."));
        var all = await MailAsync("told.en@example.org", 3);
        Assert.Equal(3, all.Count);
        Assert.Single(all, mail => mail.TextBody!.Contains("One word more.", StringComparison.Ordinal));
        Assert.Contains("One word more.", (await editor.GetAsync(edit)).Document.QuerySelector("[data-tell] blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_by_a_draft_nor_without_words()
    {
        using var editor = await EditorAsync();
        var (edit, address) = await AnnounceAsync(editor, "Told later");
        Assert.Null((await editor.GetAsync(edit)).Document.QuerySelector("[data-tell]"));
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("later@example.org", @event: address);
        await MailAsync("later@example.org", 1);

        await editor.SubmitAsync(await editor.GetAsync(edit), Editing.EditorForm, ("EventPart.StartLocal", "2099-09-02T10:30"), ("EventPart.EndLocal", "2099-09-02T12:00"), (Tell, "A day later."), ("submit.Save", "Save"));
        var draft = await editor.GetAsync(edit);
        Assert.Equal("A day later.", draft.Document.QuerySelector($"[name='{Tell}']")!.TextContent.Trim());
        await PublishAsync(editor, draft, (Tell, ""));
        var changed = await editor.GetAsync(edit);
        await PublishAsync(editor, changed, ("EventPart.Venue.Name", "Another hall"), (Tell, "Another hall."));

        var mails = await MailAsync("later@example.org", 2);
        Assert.Equal(2, mails.Count);
        var told = mails.Single(mail => mail.TextBody!.Contains("Another hall.", StringComparison.Ordinal));
        Assert.Contains("September 2, 2099", told.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Box_says_that_the_registered_are_not_told()
    {
        using var editor = await EditorAsync();
        var (edit, address) = await AnnounceAsync(editor, "Not told");
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("untold@example.org", @event: address);

        await editor.SubmitAsync(await editor.GetAsync(edit), Editing.EditorForm, (Status, "Postponed"), ("submit.Save", "Save"));

        Assert.NotNull((await editor.GetAsync(edit)).Document.QuerySelector("[data-notes] a[href='#RegistrationPart_Tell']"));
    }

    private static async Task<(string Edit, string Address)> AnnounceAsync(Visitor editor, string title)
    {
        await editor.CreateEventAsync(title, changes: [("RegistrationPart.Enabled", "true"), ("RegistrationPart.Purpose", "To plan the room.")]);
        return (await editor.EditAddressAsync("Event", title), "/events/" + title.ToLowerInvariant().Replace(' ', '-'));
    }

    private static async Task<Page> PublishAsync(Visitor editor, Page form, params (string Name, string? Value)[] changes)
    {
        var page = await editor.SubmitAsync(form, Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")]);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        return page;
    }

    private static string Calendar(MimeMessage mail)
    {
        using var content = new MemoryStream();
        mail.Attachments.OfType<MimePart>().Single().Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }

    private Task<IReadOnlyList<MimeMessage>> MailAsync(string address, int atLeast) => _site.MailAsync(Institute.DepartmentTenant, address, atLeast);

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        return editor;
    }
}
