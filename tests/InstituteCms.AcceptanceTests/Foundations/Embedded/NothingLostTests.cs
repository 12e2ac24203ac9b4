using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>What an editor typed is kept: from other editors, from an expired sign-in, from the delete button.</summary>
public sealed class NothingLostTests : IClassFixture<TestSite>
{
    private const string Subtitle = "EventPart.Subtitle";
    private const string Abstract = "EventPart.Abstract";

    private readonly TestSite _site;

    public NothingLostTests(TestSite site) => _site = site;

    [Fact]
    public async Task Two_editors_at_once_lose_nothing_and_the_later_one_chooses()
    {
        using var anna = await _site.SignedInAsync("Editor", "anna");
        using var ben = await _site.SignedInAsync("Editor", "ben");
        await anna.CreateEventAsync("Shared work", changes: [(Abstract, "<p>one two three</p>")]);
        var address = await anna.EditAddressAsync("Event", "Shared work");
        var (hers, his) = (await anna.GetAsync(address), await ben.GetAsync(address));
        Assert.Contains("anna has this open too", his.Text, StringComparison.Ordinal);

        await anna.SubmitAsync(hers, Editing.EditorForm, (Subtitle, "Hers"), (Abstract, "<p>one 2 three</p>"), ("submit.Save", "Save"));
        var merge = await ben.SubmitAsync(his, Editing.EditorForm, (Abstract, "<p>one two 3</p>"), ("EventPart.Subject", "His"), ("submit.Publish", "Publish"));

        // Nothing is saved over; both texts are there to choose from.
        Assert.Equal(HttpStatusCode.OK, merge.Status);
        Assert.Equal("Hers", Value(await anna.GetAsync(address), Subtitle));
        Assert.Contains("one 2 three", merge.Text, StringComparison.Ordinal);
        Assert.Contains("one two 3", merge.Text, StringComparison.Ordinal);
        Assert.Equal(["theirs"], Checked(merge, Subtitle));
        Assert.Equal(["mine"], Checked(merge, Abstract));
        Assert.Equal(["mine"], Checked(merge, "EventPart.Subject"));

        var saved = await ben.SubmitAsync(merge, "form.merge", ("submit.Publish", "Publish"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var merged = await anna.GetAsync(address);
        Assert.Equal(("Hers", "His", "<p>one two 3</p>"), (Value(merged, Subtitle), Value(merged, "EventPart.Subject"), Value(merged, Abstract)));
        using var visitor = _site.Visit(Institute.Department);
        Assert.Contains("one two 3", (await visitor.GetAsync("/events/shared-work")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_after_the_sign_in_expired_continues_after_signing_in_again()
    {
        using var editor = await _site.SignedInAsync("Editor", "late");
        await editor.CreateEventAsync("Long evening");
        var address = await editor.EditAddressAsync("Event", "Long evening");
        var form = await editor.GetAsync(address);
        using var expired = _site.Visit(Institute.Department);

        var login = await expired.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Hours of work"), ("submit.Save", "Save"));
        Assert.Contains("/Login", login.RedirectsTo, StringComparison.Ordinal);
        Assert.DoesNotContain("Hours of work", string.Concat(Directory.EnumerateFiles(Parked).Select(File.ReadAllText)), StringComparison.Ordinal);
        var signIn = await expired.GetAsync(login.RedirectsTo!);
        var back = await expired.FollowAsync(await expired.SubmitAsync(signIn, "form[method=post]", ("UserName", "late"), ("Password", TestSite.Password)));
        var resumed = await expired.SubmitAsync(back, "main form", ("submit.Resume", "Resume"));

        Assert.Equal("Hours of work", Value(resumed, Subtitle));
        Assert.Equal("", Value(await editor.GetAsync(address), Subtitle));
        await expired.SubmitAsync(resumed, Editing.EditorForm, ("submit.Save", "Save"));
        Assert.Equal("Hours of work", Value(await editor.GetAsync(address), Subtitle));
    }

    [Fact]
    public async Task Kept_form_is_for_its_editor_alone_and_a_stranger_s_form_is_not_kept()
    {
        using var editor = await _site.SignedInAsync("Editor", "owner-of-words");
        using var other = await _site.SignedInAsync("Editor", "somebody-else");
        await editor.CreateEventAsync("Private thoughts");
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Private thoughts"));
        using var expired = _site.Visit(Institute.Department);

        var login = await expired.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Not for others"), ("submit.Save", "Save"));
        var kept = Uri.UnescapeDataString(login.RedirectsTo!.Split("returnUrl=")[1]);
        Assert.Contains("Not for others", (await editor.GetAsync(kept)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for others", (await other.GetAsync(kept)).Html, StringComparison.Ordinal);

        var count = Directory.GetFiles(Parked).Length;
        await expired.SubmitAsync(form, Editing.EditorForm, ("edit.Editor", "forged"), ("submit.Save", "Save"));
        Assert.Equal(count, Directory.GetFiles(Parked).Length);
    }

    [Fact]
    public async Task Draft_that_saves_itself_never_publishes_and_stays_one_version()
    {
        using var editor = await _site.SignedInAsync("Editor", "steady");
        await editor.CreateEventAsync("By itself", changes: [(Subtitle, "Public")]);
        var address = await editor.EditAddressAsync("Event", "By itself");
        var id = address.Split('/')[^2];

        foreach (var words in new[] { "First", "First try", "First try, better" })
        {
            var form = await editor.GetAsync(address);
            var saved = await editor.SubmitAsync(form, Editing.EditorForm, (Subtitle, words), ("submit.Autosave", "1"), ("submit.Publish", "Publish"));
            Assert.Contains("Saved at", saved.Html, StringComparison.Ordinal);
        }

        using var visitor = _site.Visit(Institute.Department);
        Assert.Contains("Public", (await visitor.GetAsync("/events/by-itself")).Text, StringComparison.Ordinal);
        Assert.Equal("First try, better", Value(await editor.GetAsync(address), Subtitle));
        Assert.Equal(2, (await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Versions")).Document.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task Version_tells_its_words_and_comes_back_as_a_draft_beside_the_draft_there_was()
    {
        using var editor = await _site.SignedInAsync("Editor", "historian");
        await editor.CreateEventAsync("Told twice", changes: [(Subtitle, "An early word")]);
        var address = await editor.EditAddressAsync("Event", "Told twice");
        var id = address.Split('/')[^2];
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        await editor.SubmitAsync(await editor.GetAsync(address), Editing.EditorForm, (Subtitle, "A late word"), ("submit.Save", "Save"));

        var versions = await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Versions");
        var rows = versions.Document.QuerySelectorAll("main tbody tr");
        Assert.Equal(["Draft", "Published"], rows.Select(row => row.QuerySelector(".badge")!.TextContent));
        Assert.All(rows, row => Assert.Contains("historian", row.TextContent, StringComparison.Ordinal));
        var compare = await editor.GetAsync(rows[0].QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["An", "early"], compare.Document.QuerySelectorAll("del").Select(e => e.TextContent));
        Assert.Equal(["A", "late"], compare.Document.QuerySelectorAll("ins").Select(e => e.TextContent));

        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        await editor.SubmitAsync(versions, "form[action*='/Restore']");
        Assert.Equal("An early word", Value(await editor.GetAsync(address), Subtitle));
        Assert.Equal(3, (await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Versions")).Document.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task Deleted_item_comes_back_by_undo_as_it_was()
    {
        using var editor = await _site.SignedInAsync("Editor", "hasty");
        using var visitor = _site.Visit(Institute.Department);
        await editor.CreateEventAsync("Deleted in haste");
        var id = (await editor.EditAddressAsync("Event", "Deleted in haste")).Split('/')[^2];

        var ask = await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Delete");
        var list = await editor.FollowAsync(await editor.SubmitAsync(ask, "main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/deleted-in-haste")).Status);
        Assert.Contains("“Deleted in haste” is deleted.", list.Text, StringComparison.Ordinal);
        await editor.FollowAsync(await editor.SubmitAsync(list, "form.undo"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/deleted-in-haste")).Status);
        Assert.DoesNotContain("Deleted in haste", (await editor.GetAsync("/Admin/Contents/Bin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bin_gives_back_drafts_and_only_administrators_empty_it()
    {
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        using var editor = await _site.SignedInAsync("Editor", "tidy");
        var ids = new List<string>();
        foreach (var title in new[] { "Back from the bin", "Gone for good" })
        {
            await administrator.CreateEventAsync(title);
            ids.Add((await administrator.EditAddressAsync("Event", title)).Split('/')[^2]);
            var ask = await administrator.GetAsync($"/Admin/Contents/ContentItems/{ids[^1]}/Delete");
            await administrator.SubmitAsync(ask, "main form[method=post]");
        }

        var bin = await administrator.GetAsync("/Admin/Contents/Bin");
        await administrator.SubmitAsync(bin, $"form[action*='{ids[0]}/Restore']");
        Assert.Contains("Back from the bin", await administrator.ListedAsync("Event"));
        using var visitor = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/back-from-the-bin")).Status);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync($"/Admin/Contents/Bin/{ids[1]}/Purge")).Status);
        await administrator.SubmitAsync(await administrator.GetAsync($"/Admin/Contents/Bin/{ids[1]}/Purge"), "main form[method=post]");
        Assert.Null((await administrator.GetAsync("/Admin/Contents/Bin")).Document.QuerySelector($"form[action*='{ids[1]}/Restore']"));
        Assert.Equal(0L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(*) FROM ContentItemIndex WHERE ContentItemId = '{ids[1]}'"));
    }

    [Fact]
    public async Task Bin_gives_back_what_was_public_as_it_was()
    {
        using var editor = await _site.SignedInAsync("Editor", "binned");
        using var visitor = _site.Visit(Institute.Department);
        await editor.CreateEventAsync("Public and binned");
        await editor.CreateEventAsync("Draft and binned", "submit.Save");
        foreach (var title in new[] { "Public and binned", "Draft and binned" })
        {
            await editor.DeleteAsync("Event", (await editor.EditAddressAsync("Event", title)).Split('/')[^2]);
        }

        var bin = await editor.GetAsync("/Admin/Contents/Bin");
        Assert.DoesNotContain(bin.Document.QuerySelectorAll("li:has([name=asItWas])"), row => row.TextContent.Contains("Draft and binned", StringComparison.Ordinal));
        await editor.SubmitAsync(bin, "form:has([name=asItWas])");

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/public-and-binned")).Status);
    }

    private string Parked => Path.Combine(_site.Data, "Sites", Institute.DepartmentTenant, "Parked");

    private static string Value(Page page, string name)
    {
        var field = page.Document.QuerySelector($"[name='{name}']") ?? throw new InvalidOperationException($"No field {name} on {page.Address}:\n{page.Text}");
        return field is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "";
    }

    private static IEnumerable<string?> Checked(Page merge, string path) =>
        merge.Document.QuerySelectorAll($"[name='merge.{path}'][checked]").Select(radio => radio.GetAttribute("value"));
}
