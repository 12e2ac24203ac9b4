using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Items are found in the content list, changed many at a time, and what was done is taken back.</summary>
public sealed class ContentListTests : IClassFixture<TestSite>
{
    private const string List = "/Admin/Contents/ContentItems";

    private readonly TestSite _site;

    public ContentListTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("q=自治", "災害のあとの自治体財政")]
    [InlineData("q=elias", "What Cities Promise, What Cities Pay", "Who Checks the Machine?", "Elias Brandt")]
    [InlineData("contentTypeId=Event&q=ＣＩＴＩＥＳ promise", "What Cities Promise, What Cities Pay")]
    [InlineData("contentTypeId=Event&Event.Language=ja", "災害のあとの自治体財政", "The Price of Distance")]
    [InlineData("contentTypeId=Speaker&q=naoko&Event.Language=ja", "Naoko Tachibana")]
    [InlineData("Event.Series=None+such")]
    public async Task Filter_finds(string query, params string[] titles)
    {
        using var editor = await EditorAsync();

        var page = await editor.GetAsync($"{List}?{query}");

        Assert.Equal(titles.Order(), Titles(page).Order());
    }

    [Fact]
    public async Task Batch_is_deleted_and_comes_back_version_by_version()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit(Institute.Department);
        await editor.CreateEventAsync("Undone first");
        await editor.CreateEventAsync("Undone second", "submit.Save");
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Undone first"));
        await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "Only in the draft"), ("submit.Save", "Save"));
        var before = await editor.GetAsync($"{List}?q=undone");
        Assert.Equal(2, Titles(before).Count);
        var announcedUtc = await PublishedUtcAsync("Undone first");
        _site.Clock.Advance(TimeSpan.FromMinutes(10));

        var after = await RunAsync(editor, before, "Delete");

        Assert.Contains("2 items are deleted.", after.Text, StringComparison.Ordinal);
        Assert.Empty(Titles(after));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/undone-first")).Status);

        var undone = await editor.FollowAsync(await editor.SubmitAsync(after, "form.undo"));

        Assert.Contains("2 items are as they were before.", undone.Text, StringComparison.Ordinal);
        Assert.Equal(before.Document.QuerySelectorAll("#results .badge").Select(b => b.TextContent), undone.Document.QuerySelectorAll("#results .badge").Select(b => b.TextContent));
        var seen = await visitor.GetAsync("/events/undone-first");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Only in the draft", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Only in the draft", (await editor.GetAsync(await editor.EditAddressAsync("Event", "Undone first"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/undone-second")).Status);
        Assert.Equal(announcedUtc, await PublishedUtcAsync("Undone first"));
        Assert.DoesNotContain("Undone", (await editor.GetAsync("/Admin/Contents/Bin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_is_not_undone()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Moved on");
        var withdrawn = await RunAsync(editor, await editor.GetAsync($"{List}?q=moved+on"), "Unpublish");
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Moved on"));
        await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "Not for the public"), ("submit.Save", "Save"));

        var undone = await editor.FollowAsync(await editor.SubmitAsync(withdrawn, "form.undo"));

        Assert.Contains("1 item was changed since, and stays as it is.", undone.Text, StringComparison.Ordinal);
        using var visitor = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/moved-on")).Status);
    }

    [Fact]
    public async Task Viewer_changes_nothing_by_a_batch()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Safe from viewers");
        var list = await editor.GetAsync($"{List}?q=safe+from");
        using var viewer = await _site.SignedInAsync("Viewer", "batch-viewer");
        var token = (await viewer.GetAsync("/ChangePassword")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var fields = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("batch", "Delete"), new("itemIds", list.Document.QuerySelector("input[name=itemIds]")!.GetAttribute("value")!)]);

        await viewer.Http.PostAsync($"/{Institute.Department}/Admin/Contents/Batch", fields, TestContext.Current.CancellationToken);

        Assert.Single(Titles(await editor.GetAsync($"{List}?q=safe+from")));
    }

    [Fact]
    public async Task Filter_is_kept_for_its_user_alone()
    {
        using var editor = await EditorAsync();
        var page = await editor.GetAsync($"{List}?contentTypeId=Event&Event.Language=ja");
        var kept = await editor.FollowAsync(await editor.SubmitAsync(page, ".keep-filter form", ("name", "In Japanese")));

        var link = kept.Document.QuerySelectorAll(".saved-filters a").Single(a => a.TextContent == "In Japanese");
        Assert.Equal("true", link.GetAttribute("aria-current"));
        Assert.Equal(["災害のあとの自治体財政", "The Price of Distance"], Titles(await editor.GetAsync(link.GetAttribute("href")!)));
        using var other = await _site.SignedInAsync("Editor", "no-filters");
        Assert.Empty((await other.GetAsync(List)).Document.QuerySelectorAll(".saved-filters a"));

        var removed = await editor.FollowAsync(await editor.SubmitAsync(kept, ".saved-filters form"));
        Assert.Empty(removed.Document.QuerySelectorAll(".saved-filters a"));
    }

    private async Task<object?> PublishedUtcAsync(string title) =>
        await _site.AskAsync(Institute.DepartmentTenant, $"SELECT PublishedUtc FROM ContentItemIndex WHERE Published = 1 AND DisplayText = '{title}'");

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        return editor;
    }

    private static List<string> Titles(Page page) => [.. page.Document.QuerySelectorAll("#results .item-name > :first-child").Select(a => a.TextContent.Trim())];

    /// <summary>Ticks everything on the page and presses a button.</summary>
    private static async Task<Page> RunAsync(Visitor visitor, Page list, string button)
    {
        var form = list.Document.QuerySelector("#batch")!;
        string Value(string name) => form.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        var ticked = list.Document.QuerySelectorAll("input[name=itemIds]").Select(box => box.GetAttribute("value")!);
        using var fields = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Value("__RequestVerificationToken")), new("returnUrl", Value("returnUrl")), new("batch", button),
            .. ticked.Select(id => KeyValuePair.Create("itemIds", id)),
        ]);
        var answer = await visitor.Http.PostAsync(form.GetAttribute("action"), fields, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await visitor.FollowAsync(answer.Headers.Location!.OriginalString);
    }
}
