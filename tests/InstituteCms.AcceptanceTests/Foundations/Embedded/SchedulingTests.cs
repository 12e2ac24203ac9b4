using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations.Embedded;

/// <summary>Drafts are published, and pages taken off the site, at the minute that was set. The site's clocks stand in Tokyo; it is Tuesday noon there.</summary>
public sealed class SchedulingTests : IClassFixture<TestSite>
{
    private const string PublishAt = "PublishLaterPart.ScheduledPublishLocalDateTime";
    private const string TakeOffAt = "ArchiveLaterPart.ScheduledArchiveLocalDateTime";

    private readonly TestSite _site;

    public SchedulingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Draft_is_published_and_taken_off_again_at_the_minutes_set()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit();
        var now = Local();
        await editor.CreateEventAsync("On time", "submit.Save", (PublishAt, Minute(now.AddHours(2))), (TakeOffAt, Minute(now.AddHours(5))));

        var list = await editor.GetAsync("/Admin/Contents/ContentItems/Event");
        Assert.Contains($"Will be published on {now.AddHours(2):dddd, MMMM d, yyyy, HH:mm} (Asia/Tokyo)", list.Text, StringComparison.Ordinal);
        Assert.Contains("Leaves the site on", list.Text, StringComparison.Ordinal);

        _site.Clock.Advance(TimeSpan.FromMinutes(110));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/on-time")).Status);
        await UntilAsync(visitor, "/events/on-time", HttpStatusCode.OK);
        Assert.Equal(now.AddHours(2), Local(), TimeSpan.FromMinutes(3));
        await UntilAsync(visitor, "/events/on-time", HttpStatusCode.NotFound, TimeSpan.FromMinutes(10));

        list = await editor.GetAsync("/Admin/Contents/ContentItems/Event");
        Assert.DoesNotContain("Will be published on", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaves the site on", list.Text, StringComparison.Ordinal);
        var trail = (await editor.GetAsync("/Admin/Audit?text=on+time")).Text;
        Assert.Contains("Set a time", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_schedule_publishes_nothing()
    {
        using var editor = await EditorAsync();
        await editor.CreateEventAsync("Called off", "submit.Save", (PublishAt, Minute(Local().AddHours(2))));
        var edit = await editor.EditAddressAsync("Event", "Called off");

        await editor.SubmitAsync(await editor.GetAsync(edit), Editing.EditorForm, ("submit.Save", "submit.CancelPublishLater"));

        Assert.Equal("", (await editor.GetAsync(edit)).Document.QuerySelector($"[name='{PublishAt}']")!.GetAttribute("value") ?? "");
        Assert.Equal(0L, await _site.AskAsync("Default", "SELECT COUNT(*) FROM PublishLaterPartIndex"));
    }

    [Fact]
    public async Task Time_that_is_over_is_refused_with_what_time_it_is_and_nothing_is_lost()
    {
        using var editor = await EditorAsync();

        var form = await editor.CreateEventAsync("Too late", "submit.Save", (PublishAt, Minute(Local().AddMinutes(-1))));

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("This time is over.", form.ErrorAt(PublishAt), StringComparison.Ordinal);
        Assert.Contains("(Asia/Tokyo) now", form.ErrorAt(PublishAt), StringComparison.Ordinal);
        Assert.Equal("Too late", form.Document.QuerySelector("[name='TitlePart.Title']")!.GetAttribute("value"));
        Assert.Equal(Minute(Local().AddMinutes(-1)), form.Document.QuerySelector($"[name='{PublishAt}']")!.GetAttribute("value")![..16]);
    }

    [Fact]
    public async Task Publishing_now_with_a_time_set_asks_which_is_meant()
    {
        using var editor = await EditorAsync();

        var form = await editor.CreateEventAsync("Now or then", "submit.Publish", (PublishAt, Minute(Local().AddDays(1))));

        Assert.Contains("Now or then?", form.ErrorAt(PublishAt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_off_before_publishing_is_refused()
    {
        using var editor = await EditorAsync();

        var form = await editor.CreateEventAsync("Backwards", "submit.Save", (PublishAt, Minute(Local().AddDays(2))), (TakeOffAt, Minute(Local().AddDays(1))));

        Assert.Contains("before it is published", form.ErrorAt(TakeOffAt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_to_leave_set_with_a_draft_holds_for_what_is_public()
    {
        using var editor = await EditorAsync();
        using var visitor = _site.Visit();
        await editor.CreateEventAsync("Leaves anyway");
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Leaves anyway"));

        await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Subtitle", "Unpublished words"), (TakeOffAt, Minute(Local().AddMinutes(5))), ("submit.Save", "Save"));

        Assert.DoesNotContain("Unpublished words", (await visitor.GetAsync("/events/leaves-anyway")).Text, StringComparison.Ordinal);
        await UntilAsync(visitor, "/events/leaves-anyway", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Time_that_the_clocks_skip_is_refused()
    {
        await using var site = new TestSite();
        using var editor = site.Visit();
        await editor.SignInAsync();
        await editor.SubmitAsync(await editor.GetAsync("/Admin/Settings/General"), "form:has([name=TimeZoneId])", ("TimeZoneId", "Europe/Vienna"));

        var form = await editor.CreateEventAsync("Skipped", "submit.Save", (PublishAt, "2027-03-28T02:30"));

        Assert.Contains("The clocks in Europe/Vienna skip this time", form.ErrorAt(PublishAt), StringComparison.Ordinal);
    }

    private DateTime Local() => TimeZoneInfo.ConvertTime(_site.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).DateTime;

    private static string Minute(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", null);

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        return editor;
    }

    private Task UntilAsync(Visitor visitor, string path, HttpStatusCode status, TimeSpan? step = null) => _site.UntilAsync(
        "Default",
        async () => (await visitor.GetAsync(path)).Status == status,
        () => _site.Clock.Advance(step ?? TimeSpan.FromMinutes(1)),
        $"for {path} to answer {status}");
}
