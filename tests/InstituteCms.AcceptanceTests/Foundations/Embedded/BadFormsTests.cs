using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Forms that come twice, too late, or for what is no longer there: nothing twice, nothing lost, never an error page.</summary>
public sealed class BadFormsTests : IClassFixture<TestSite>
{
    private const string Subtitle = "EventPart.Subtitle";

    private readonly TestSite _site;

    public BadFormsTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("submit.Publish", "Clicked twice")]
    [InlineData("submit.Save", "Drafted twice")]
    public async Task New_event_sent_twice_at_once_is_made_once(string button, string title)
    {
        using var editor = await _site.SignedInAsync("Editor", $"twice-{button[7..].ToLowerInvariant()}");
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");

        var answers = await TwiceAsync(() => editor.SubmitAsync(form, Editing.EditorForm,
            ("TitlePart.Title", title), ("EventPart.StartLocal", "2099-09-01T10:30"), ("EventPart.EndLocal", "2099-09-01T12:00"), (button, button)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Single(await editor.ListedAsync("Event"), listed => listed == title);
        Assert.Equal(1, await VersionsAsync(editor, title));
    }

    [Fact]
    public async Task Change_published_twice_at_once_is_one_version()
    {
        using var editor = await _site.SignedInAsync("Editor", "twice-changed");
        await editor.CreateEventAsync("Changed twice");
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Changed twice"));

        var answers = await TwiceAsync(() => editor.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Once"), ("submit.Publish", "Publish")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(2, await VersionsAsync(editor, "Changed twice"));
    }

    [Fact]
    public async Task Draft_published_twice_at_once_from_the_list_is_published_once()
    {
        using var editor = await _site.SignedInAsync("Editor", "twice-listed");
        await editor.CreateEventAsync("Listed twice", "submit.Save");
        var list = await editor.GetAsync("/Admin/Contents/ContentItems/Event?q=listed");

        var answers = await TwiceAsync(() => editor.SubmitAsync(list, "form[action*='/Publish']"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await VersionsAsync(editor, "Listed twice"));
    }

    [Theory]
    [InlineData("en", "What you typed is kept")]
    [InlineData("ja", "入力した内容は保管されています")]
    public async Task Stale_token_keeps_the_text(string language, string heading)
    {
        using var editor = _site.Visit(Institute.Department, language);
        await editor.SignInAsync();
        var title = $"Open since {language}";
        await editor.CreateEventAsync(title);
        var address = await editor.EditAddressAsync("Event", title);
        var form = await editor.GetAsync(address);

        var answer = await editor.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Typed for hours"), ("__RequestVerificationToken", "stale"), ("submit.Publish", "Publish"));

        var kept = await editor.FollowAsync(answer);
        Assert.Equal(heading, kept.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("", Value(await editor.GetAsync(address), Subtitle));
        var resumed = await editor.SubmitAsync(kept, "main form", ("submit.Resume", "Resume"));
        Assert.Equal("Typed for hours", Value(resumed, Subtitle));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(resumed, Editing.EditorForm, ("submit.Save", "Save"))).Status);
        Assert.Equal("Typed for hours", Value(await editor.GetAsync(address), Subtitle));
    }

    [Fact]
    public async Task Form_of_an_event_deleted_meanwhile_brings_it_back_with_the_text()
    {
        using var editor = await _site.SignedInAsync("Editor", "bringer");
        await editor.CreateEventAsync("Gone and back");
        var (address, form) = await OpenAndDeleteAsync(editor, "Gone and back");

        var gone = await editor.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Written meanwhile"), ("submit.Publish", "Publish"));

        Assert.Contains("bringer deleted “Gone and back” while you were writing", gone.Text, StringComparison.Ordinal);
        gone.Document.QuerySelector("main form")!.SetAttribute("action", address);
        var back = await editor.SubmitAsync(gone, "main form", ("submit.BringBack", "BringBack"));
        Assert.Equal("Written meanwhile", Value(back, Subtitle));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(back, Editing.EditorForm, ("submit.Publish", "Publish"))).Status);
        using var visitor = _site.Visit(Institute.Department);
        Assert.Contains("Written meanwhile", (await visitor.GetAsync("/events/gone-and-back")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_an_event_deleted_for_good_begins_another()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        await editor.CreateEventAsync("Gone for good");
        var (_, form) = await OpenAndDeleteAsync(editor, "Gone for good");
        var bin = await editor.GetAsync("/Admin/Contents/Bin");
        await editor.SubmitAsync(await editor.GetAsync(bin.Document.QuerySelector("a[href*='/Purge']")!.GetAttribute("href")!), "main form");

        var gone = await editor.SubmitAsync(form, Editing.EditorForm, (Subtitle, "Not in vain"), ("submit.Save", "Save"));

        gone.Document.QuerySelector("main form")!.SetAttribute("action", gone.Document.QuerySelector("[name='submit.Resume']")!.GetAttribute("formaction")!);
        var another = await editor.SubmitAsync(gone, "main form", ("submit.Resume", "Resume"));
        Assert.Equal("Not in vain", Value(another, Subtitle));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(another, Editing.EditorForm, ("submit.Save", "Save"))).Status);
        Assert.Contains("Gone for good", await editor.ListedAsync("Event"));
    }

    private static Task<Page[]> TwiceAsync(Func<Task<Page>> click) => Task.WhenAll(Task.Run(click), Task.Run(click));

    private static async Task<int> VersionsAsync(Visitor editor, string title)
    {
        var id = (await editor.EditAddressAsync("Event", title)).Split('/')[^2];
        return (await editor.GetAsync($"/Admin/Contents/ContentItems/{id}/Versions")).Document.QuerySelectorAll("main tbody tr").Length;
    }

    private static async Task<(string Address, Page Form)> OpenAndDeleteAsync(Visitor editor, string title)
    {
        var address = await editor.EditAddressAsync("Event", title);
        var form = await editor.GetAsync(address);
        await editor.DeleteAsync("Event", address.Split('/')[^2]);
        return (address, form);
    }

    private static string Value(Page page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "";
}
