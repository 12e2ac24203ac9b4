using System.Net;
using System.Text.Json;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>An editor without script moves and removes rows, names people again, and starts the report.</summary>
public sealed class EventEditorTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public EventEditorTests(TestSite site) => _site = site;

    [Fact]
    public async Task Row_moves_to_its_new_place_and_another_goes()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Rows", "submit.Publish", ("EventPart.Speakers[0].Name", "Ann One"));
        var edit = await editor.EditAddressAsync("Event", "Rows");
        await SaveAsync(editor, edit, ("EventPart.Speakers[1].Name", "Bea Two"));
        await SaveAsync(editor, edit, ("EventPart.Speakers[2].Name", "Cid Three"));

        await SaveAsync(editor, edit, ("EventPart.SpeakerTools[2].Place", "1"), ("EventPart.SpeakerTools[1].Remove", "true"));

        Assert.Equal(["Cid Three", "Ann One", ""], Names(await editor.GetAsync(edit)));
    }

    [Fact]
    public async Task Speaker_gets_a_page_on_publishing_and_is_known_by_name_the_next_time()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("First talk", "submit.Publish",
            ("EventPart.Speakers[0].Name", "Dana Four"), ("EventPart.Speakers[0].Role", "Discussant"), ("EventPart.Speakers[0].Title", "Professor"),
            ("EventPart.Speakers[0].Affiliation", "University of Four"), ("EventPart.SpeakerTools[0].Create", "true"));
        Assert.Contains("Dana Four", await editor.ListedAsync("Speaker"));

        await editor.CreateEventAsync("Second talk", "submit.Publish", ("EventPart.Speakers[0].Name", "Dana Four"));

        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Second talk"));
        Assert.Equal(("Discussant", "Professor", "University of Four"), (Value(form, "EventPart.Speakers[0].Role"), Value(form, "EventPart.Speakers[0].Title"), Value(form, "EventPart.Speakers[0].Affiliation")));
        Assert.NotEmpty(form.Document.QuerySelector("[name='EventPart.Speakers[0].SpeakerId'] option[selected]")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task Zone_may_be_named_by_its_city()
    {
        using var editor = await EditorAsync();

        await editor.CreateEventAsync("By city", "submit.Publish", ("EventPart.TimeZoneId", "vienna"));

        Assert.Equal("Europe/Vienna", Value(await editor.GetAsync(await editor.EditAddressAsync("Event", "By city")), "EventPart.TimeZoneId"));
    }

    [Fact]
    public async Task Box_names_what_is_missing_with_a_link_to_its_field()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Friday, 1 September", "submit.Publish", ("EventPart.Venue.Name", "Hall"));

        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Friday, 1 September"));

        var fields = form.Document.QuerySelectorAll("[data-notes] a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.Contains("EventPart_Venue_MapUrl", fields);
        Assert.Contains("EventPart_StartLocal", fields); // The first of September 2099 is a Tuesday.
        Assert.All(fields, field => Assert.NotNull(form.Document.GetElementById(field)));
    }

    [Fact]
    public async Task Report_starts_with_what_its_event_knows()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Held", "submit.Publish",
            ("EventPart.Speakers[0].Name", "Eve Five"), ("EventPart.Chair.Name", "Flo Six"), ("EventPart.Acknowledgement", "With thanks"));
        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", "Held"));
        var start = edit.Document.QuerySelector("a[href*='eventId=']")!.GetAttribute("href")!;

        var report = await editor.GetAsync(start);

        Assert.Equal("Flo Six", Value(report, "ForumReportPart.Chair.Name"));
        Assert.Equal("With thanks", report.Document.QuerySelector("[name='ForumReportPart.Acknowledgement']")!.TextContent.Trim());
        Assert.Contains("Eve Five", report.Document.QuerySelector("[name='ForumReportPart.Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(report, Editing.EditorForm, ("ForumReportPart.Attendance", "42"), ("ForumReportPart.Body", "<p>Said[[so]].</p>"), ("submit.Publish", "submit.Publish"))).Status);
        using var visitor = _site.Visit();
        var page = await visitor.GetAsync("/reports/report-held");
        Assert.Contains("42 people came", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", page.Document.QuerySelector("#note-mark-1")!.TextContent);
    }

    [Fact]
    public async Task Form_is_reviewed_without_being_saved_and_by_editors_only()
    {
        using var editor = await EditorAsync();
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");
        var check = form.Document.QuerySelector("[data-check]")!.GetAttribute("data-check")!;
        form.Document.QuerySelector(Editing.EditorForm)!.SetAttribute("action", check);

        var answer = await editor.SubmitAsync(form, Editing.EditorForm,
            ("TitlePart.Title", "Never saved"), ("EventPart.StartLocal", "2099-09-01T10:30"), ("EventPart.EndLocal", "2099-09-01T12:00"), ("EventPart.TimeZoneId", "Tokyo"));

        using var json = JsonDocument.Parse(answer.Html);
        Assert.Equal("Tuesday, September 1, 2099, 10:30–12:00 (Asia/Tokyo, UTC+9)", json.RootElement.GetProperty("when").GetString());
        Assert.DoesNotContain("Never saved", await editor.ListedAsync("Event"));
        using var visitor = _site.Visit();
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/Admin/Seminars/Editor/Speakers?words=a")).Status);
    }

    private static async Task SaveAsync(Visitor editor, string address, params (string Name, string? Value)[] changes)
    {
        var form = await editor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(form, Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")])).Status);
    }

    private static string[] Names(Page page) =>
        [.. page.Document.QuerySelectorAll("[data-row] [name^='EventPart.Speakers'][name$='.Name']").Select(input => input.GetAttribute("value") ?? "")];

    private static string Value(Page page, string field) => page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "";

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }
}
