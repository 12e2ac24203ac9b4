using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>An editor announces, changes and withdraws; wrong input is refused where it was typed.</summary>
public sealed class EditorTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public EditorTests(TestSite site) => _site = site;

    [Fact]
    public async Task Event_goes_from_draft_to_published_to_withdrawn_to_deleted()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit();
        const string title = "Oceans and Law";
        const string address = "/events/oceans-and-law";

        Assert.Equal(HttpStatusCode.Redirect, (await editor.CreateEventAsync(title, "submit.Save")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);

        var edit = await editor.EditAddressAsync("Event", title);
        var form = await editor.GetAsync(edit);
        var published = await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "A subtitle"), ("submit.Publish", "Publish"));
        Assert.Equal(HttpStatusCode.Redirect, published.Status);
        Assert.Contains("A subtitle", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);

        // A draft of a published event changes nothing for visitors.
        form = await editor.GetAsync(edit);
        await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "Not yet said"), ("submit.Save", "Save"));
        Assert.DoesNotContain("Not yet said", (await visitor.GetAsync(address)).Text, StringComparison.Ordinal);

        var id = edit.Split('/')[^2];
        Assert.Equal(HttpStatusCode.Redirect, (await editor.UnpublishAsync("Event", id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);

        await editor.DeleteAsync("Event", id);
        Assert.DoesNotContain(title, await editor.ListedAsync("Event"));
    }

    [Theory]
    [InlineData("EventPart.EndLocal", "2099-09-01T09:00", "EventPart.EndLocal")]
    [InlineData("EventPart.TimeZoneId", "Mars/Olympus", "EventPart.TimeZoneId")]
    [InlineData("TitlePart.Title", "", "TitlePart.Title")]
    [InlineData("RegistrationPart.Capacity", "0", "RegistrationPart.Capacity")]
    [InlineData("RegistrationPart.Capacity", "many", "RegistrationPart.Capacity")]
    public async Task Wrong_value_is_refused_at_its_field_and_nothing_typed_is_lost(string field, string value, string at)
    {
        using var editor = await EditorAsync();

        var page = await editor.CreateEventAsync("Refused", "submit.Publish", ("EventPart.Subject", "Kept words"), ("RegistrationPart.Enabled", "true"), (field, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt(at));
        Assert.Equal("Kept words", page.Document.QuerySelector("[name='EventPart.Subject']")!.GetAttribute("value") ?? page.Document.QuerySelector("[name='EventPart.Subject']")!.TextContent);
        Assert.DoesNotContain("Refused", await editor.ListedAsync("Event"));
    }

    [Fact]
    public async Task Wall_clock_time_that_the_spring_change_skips_is_refused()
    {
        using var editor = await EditorAsync();

        var page = await editor.CreateEventAsync("Skipped", "submit.Publish", ("EventPart.TimeZoneId", "Europe/Vienna"), ("EventPart.StartLocal", "2027-03-28T02:30"), ("EventPart.EndLocal", "2027-03-28T04:00"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt("EventPart.StartLocal"));
        Assert.Equal("2027-03-28T02:30", page.Document.QuerySelector("[name='EventPart.StartLocal']")!.GetAttribute("value")![..16]);
    }

    [Fact]
    public async Task Report_without_an_event_is_refused()
    {
        using var editor = await EditorAsync();
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/ForumReport/Create");

        var page = await editor.SubmitAsync(form, Editing.EditorForm, ("TitlePart.Title", "Orphan"), ("submit.Publish", "Publish"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt("ForumReportPart.EventId"));
    }

    [Fact]
    public async Task Script_is_text_in_plain_fields_and_gone_from_rich_text()
    {
        using var editor = await EditorAsync();
        const string script = "<script>document.title='owned'</script>";

        var created = await editor.CreateEventAsync("Safe " + script, "submit.Publish",
            ("EventPart.Subtitle", script), ("EventPart.Venue.Name", script), ("EventPart.Venue.MapUrl", ""), ("EventPart.Acknowledgement", script),
            ("EventPart.Abstract", $"<p onclick=\"x()\">Good words</p>{script}<a href=\"javascript:alert(1)\">link</a>"));
        Assert.Equal(HttpStatusCode.Redirect, created.Status);

        using var visitor = _site.Visit();
        var list = await visitor.GetAsync("/events");
        var address = list.Document.QuerySelector("a[href*='/events/safe']")!.GetAttribute("href")!;
        var page = await visitor.GetAsync(address);
        Assert.Contains("Good words", page.Text, StringComparison.Ordinal);
        Assert.Contains("document.title", page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        foreach (var seen in new[] { page, list, await visitor.GetAsync("/") })
        {
            Assert.DoesNotContain("<script>document.title", seen.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onclick=\"x()", seen.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", seen.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Second_run_finds_the_site_as_it_was_left()
    {
        string data;
        await using (var site = new TestSite { LeaveData = true })
        {
            data = site.Data;
            using var editor = site.Visit();
            await editor.SignInAsync();
            await editor.CreateEventAsync("Remembered");
        }

        await using (var site = new TestSite { Data = data })
        {
            using var visitor = site.Visit();
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/events/remembered")).Status);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Institute.Seminar)).Status);
        }
    }

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }
}
