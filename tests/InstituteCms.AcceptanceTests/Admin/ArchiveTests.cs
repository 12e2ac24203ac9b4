using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>What is over goes into the archive: it stays public and leaves the list that editors work with.</summary>
public sealed class ArchiveTests : IClassFixture<TestSite>
{
    private const string ArchiveForm = "form[action*='/Archive']";

    private readonly TestSite _site;

    public ArchiveTests(TestSite site) => _site = site;

    [Fact]
    public async Task Archived_event_stays_public_leaves_the_list_and_comes_back()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit(Institute.Department);
        await editor.CreateEventAsync("Long over");
        var edit = await editor.EditAddressAsync("Event", "Long over");

        var listed = await editor.FollowAsync(await editor.SubmitAsync(await AskAsync(editor, edit), ArchiveForm, ("returnUrl", null)));

        Assert.Contains("1 item is in the archive. Visitors see it as before.", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Long over", await editor.ListedAsync("Event"));
        Assert.Contains("Long over", await editor.ListedAsync("Event?Archive.Show=Only"));
        Assert.Contains("Long over", await editor.ListedAsync("Event?Archive.Show=Also"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/long-over")).Status);
        Assert.Contains("Long over", (await visitor.GetAsync("/events")).Text, StringComparison.Ordinal);
        Assert.Contains("In the archive since", (await editor.GetAsync(edit)).Text, StringComparison.Ordinal);

        await editor.SubmitAsync(listed, "form[action*='/ArchiveUndo']");

        Assert.Contains("Long over", await editor.ListedAsync("Event"));
        Assert.DoesNotContain("In the archive since", (await editor.GetAsync(edit)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_and_publishing_leave_it_in_the_archive_until_it_is_taken_out()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Corrected later");
        var edit = await editor.EditAddressAsync("Event", "Corrected later");
        await editor.SubmitAsync(await AskAsync(editor, edit), ArchiveForm);

        await editor.SubmitAsync(await editor.GetAsync(edit), Editing.EditorForm, ("EventPart.Subtitle", "A corrected word"), ("submit.Publish", "Publish"));
        Assert.DoesNotContain("Corrected later", await editor.ListedAsync("Event"));

        await editor.SubmitAsync(await AskAsync(editor, edit), ArchiveForm);
        Assert.Contains("Corrected later", await editor.ListedAsync("Event"));
    }

    [Fact]
    public async Task What_was_changed_since_is_not_undone()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Changed since");
        var edit = await editor.EditAddressAsync("Event", "Changed since");
        var first = await editor.FollowAsync(await editor.SubmitAsync(await AskAsync(editor, edit), ArchiveForm, ("returnUrl", null)));
        await editor.SubmitAsync(await AskAsync(editor, edit), ArchiveForm);

        var undone = await editor.FollowAsync(await editor.SubmitAsync(first, "form[action*='/ArchiveUndo']"));

        Assert.Contains("It was changed since, and stays as it is.", undone.Text, StringComparison.Ordinal);
        Assert.Contains("Changed since", await editor.ListedAsync("Event"));
    }

    [Fact]
    public async Task Viewer_archives_nothing()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Not the viewer's");
        var ask = await AskAsync(editor, await editor.EditAddressAsync("Event", "Not the viewer's"));
        using var viewer = await _site.SignedInAsync("Viewer", "petra");

        Assert.True((await viewer.GetAsync(ask.Address)).IsForbidden());
    }

    private static async Task<Page> AskAsync(Visitor editor, string edit) =>
        await editor.GetAsync((await editor.GetAsync(edit)).Document.QuerySelector("a[href*='/Seminars/Archive/']")!.GetAttribute("href")!);

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        return editor;
    }
}
