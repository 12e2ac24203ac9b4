using System.Net;
using System.Text.Json;
using InstituteCms.AcceptanceTests.Foundations;
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
            ("EventPart.Speakers[0].Name", "Prof. Dana Four"), ("EventPart.Speakers[0].Role", "Discussant"), ("EventPart.Speakers[0].Title", "Professor"),
            ("EventPart.Speakers[0].Affiliation", "University of Four"), ("EventPart.Speakers[0].MakePage", "true"));
        Assert.Contains("Dana Four", await editor.ListedAsync("Speaker"));

        await editor.CreateEventAsync("Second talk", "submit.Publish", ("EventPart.Speakers[0].Name", "Dr. Dana Four"));

        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Second talk"));
        Assert.Equal(("Discussant", "Professor", "University of Four"), (Value(form, "EventPart.Speakers[0].Role"), Value(form, "EventPart.Speakers[0].Title"), Value(form, "EventPart.Speakers[0].Affiliation")));
        Assert.NotEmpty(form.Document.QuerySelector("[name='EventPart.Speakers[0].SpeakerId'] option[selected]")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task Wish_for_a_page_outlives_the_draft()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Wished in a draft", "submit.Save", ("EventPart.Speakers[0].Name", "Gus Seven"), ("EventPart.Speakers[0].MakePage", "true"));
        Assert.DoesNotContain("Gus Seven", await editor.ListedAsync("Speaker"));

        await SaveAsync(editor, await editor.EditAddressAsync("Event", "Wished in a draft"));

        using var visitor = _site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/speakers/gus-seven")).Status);
    }

    [Fact]
    public async Task Speaker_made_from_the_event_becomes_public_with_it_and_a_namesake_is_asked_about()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit();
        var made = await NewSpeakerAsync(editor, ("Name", "Hal Eight"), ("Title", "Fellow"));
        var id = made.GetProperty("speaker").GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/speakers/hal-eight")).Status);
        Assert.True((await NewSpeakerAsync(editor, ("Name", "Hal Eight"))).GetProperty("namesake").GetBoolean());
        Assert.Contains("255", (await NewSpeakerAsync(editor, ("Name", new string('x', 300)))).GetProperty("message").GetString(), StringComparison.Ordinal);

        await editor.CreateEventAsync("Presented", "submit.Publish",
            ("EventPart.Speakers[0].Name", "Hal Eight"), ("EventPart.Speakers[0].SpeakerId", id), ("EventPart.Speakers[0].MakePage", "true"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/speakers/hal-eight")).Status);
    }

    [Fact]
    public async Task Speaker_deleted_meanwhile_keeps_the_name_and_is_noted_at_it()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Left alone", "submit.Publish", ("EventPart.Speakers[0].Name", "Ida Nine"), ("EventPart.Speakers[0].MakePage", "true"));
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Left alone"));
        await editor.DeleteAsync("Speaker", (await editor.EditAddressAsync("Speaker", "Ida Nine")).Split('/')[^2]);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "Still on"), ("submit.Publish", "Publish"))).Status);

        using var visitor = _site.Visit();
        var page = await visitor.GetAsync("/events/left-alone");
        Assert.Contains("Ida Nine", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href*='ida-nine']"));
        var again = await editor.GetAsync(await editor.EditAddressAsync("Event", "Left alone"));
        Assert.Contains("was deleted meanwhile", again.Document.QuerySelector("[data-notes] a[href='#EventPart_Speakers_0__Name']")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "at most 255 fit")]
    [InlineData("ja", "255文字以内")]
    public async Task Title_of_five_thousand_characters_is_refused_at_the_title_and_kept(string language, string words)
    {
        using var editor = _site.Visit(language: language);
        await editor.SignInAsync();
        var title = new string('題', 5_000);

        var page = await editor.CreateEventAsync(title);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.ErrorAt("TitlePart.Title"), StringComparison.Ordinal);
        Assert.Equal(title, Value(page, "TitlePart.Title"));
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "skip this time")]
    [InlineData("2027-10-31T02:30", "twice that night")]
    public async Task Night_of_the_clock_change_is_explained_while_typing(string start, string words)
    {
        using var editor = await EditorAsync();
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");
        form.Document.QuerySelector(Editing.EditorForm)!.SetAttribute("action", form.Document.QuerySelector("[data-check]")!.GetAttribute("data-check")!);

        var answer = await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.StartLocal", start), ("EventPart.TimeZoneId", "Vienna"));

        using var json = JsonDocument.Parse(answer.Html);
        var line = json.RootElement.GetProperty("lines").EnumerateArray().First(line => line.GetProperty("field").GetString() == "EventPart_StartLocal");
        Assert.Contains(words, line.GetProperty("text").GetString(), StringComparison.Ordinal);
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
        await editor.CreateEventAsync("To come", "submit.Publish");
        await editor.CreateEventAsync("Held", "submit.Publish",
            ("EventPart.StartLocal", "2020-01-06T10:00"), ("EventPart.EndLocal", "2020-01-06T12:00"),
            ("EventPart.Speakers[0].Name", "Eve Five"), ("EventPart.Chair.Name", "Flo Six"), ("EventPart.Acknowledgement", "With thanks"));
        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", "Held"));
        var start = edit.Document.QuerySelector("a[href*='eventId=']")!.GetAttribute("href")!;

        var report = await editor.GetAsync(start);

        Assert.Null((await editor.GetAsync(await editor.EditAddressAsync("Event", "To come"))).Document.QuerySelector("a[href*='eventId=']"));
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

    private static async Task<JsonElement> NewSpeakerAsync(Visitor editor, params (string Name, string? Value)[] fields)
    {
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");
        form.Document.QuerySelector(Editing.EditorForm)!.SetAttribute("action", form.Document.QuerySelector("[data-create]")!.GetAttribute("data-create")!);
        using var json = JsonDocument.Parse((await editor.SubmitAsync(form, Editing.EditorForm, fields)).Html);
        return json.RootElement.Clone();
    }

    private static async Task SaveAsync(Visitor editor, string address, params (string Name, string? Value)[] changes)
    {
        var form = await editor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync(form, Editing.EditorForm, [.. changes, ("submit.Publish", "submit.Publish")])).Status);
    }

    private static string[] Names(Page page) =>
        [.. page.Document.QuerySelectorAll("[data-row] [name^='EventPart.Speakers'][name$='.Name']").Select(input => input.GetAttribute("value") ?? "")];

    private static string Value(Page page, string field) => page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "";

    [Fact]
    public async Task New_event_is_on_the_clocks_of_the_site_its_registration_too()
    {
        using var editor = await EditorAsync();

        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");

        Assert.Equal("Asia/Tokyo", Value(form, "EventPart.TimeZoneId"));
        Assert.Equal(["Asia/Tokyo", "Asia/Tokyo"], form.Document.QuerySelectorAll("[data-reviewed=zone]").Select(zone => zone.TextContent));
    }

    [Fact]
    public async Task List_leads_from_an_event_that_is_over_to_its_report()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Over and told", "submit.Publish", ("EventPart.StartLocal", "2019-09-01T10:30"), ("EventPart.EndLocal", "2019-09-01T12:00"));
        await editor.CreateEventAsync("Still to come");
        Assert.Null(await ReportLinkAsync(editor, "Still to come"));

        var begun = await editor.FollowAsync(await editor.GetAsync((await ReportLinkAsync(editor, "Over and told"))!));
        Assert.Equal("Report: Over and told", Value(begun, "TitlePart.Title"));
        await editor.SubmitAsync(begun, Editing.EditorForm, ("submit.Save", "Save"));

        var again = await editor.GetAsync((await ReportLinkAsync(editor, "Over and told"))!);
        Assert.EndsWith("/Edit", again.RedirectsTo, StringComparison.Ordinal);
    }

    private static async Task<string?> ReportLinkAsync(Visitor editor, string title) =>
        (await editor.GetAsync("/Admin/Contents/ContentItems/Event")).Document.QuerySelectorAll("li")
            .First(row => row.QuerySelector("a[href*='/Edit']")?.TextContent.Contains(title, StringComparison.Ordinal) == true)
            .QuerySelector("a[href*='Editor/Report']")?.GetAttribute("href");

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }
}
