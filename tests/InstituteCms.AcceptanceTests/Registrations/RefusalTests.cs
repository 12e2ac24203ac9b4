using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>What is refused, and where it is said.</summary>
public sealed class RefusalTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public RefusalTests(TestSite site) => _site = site;

    [Fact]
    public async Task Capacity_below_the_seats_taken_may_be_offered_and_removes_nobody()
    {
        using var editor = await AnnounceAsync("Two Seats Taken");
        foreach (var person in new[] { "one@example.org", "two@example.org" })
        {
            using var visitor = _site.Visit();
            Assert.True((await visitor.RegisterAsync(person, @event: "/events/two-seats-taken")).IsSeated());
        }

        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Two Seats Taken"));
        var page = await editor.SubmitAsync(form, Editing.EditorForm, ("RegistrationPart.Capacity", "1"), ("submit.Publish", "Publish"));

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal(2L, await _site.AskAsync("Default", """SELECT "SeatsTaken" FROM "EventSeats" ORDER BY "SeatsTaken" DESC"""));
        using var late = _site.Visit();
        Assert.NotNull((await late.GetAsync("/events/two-seats-taken/register")).Document.QuerySelector(".availability--full"));
    }

    [Theory]
    [InlineData("Cancelled", "This event has been cancelled.")]
    [InlineData("Postponed", "This event has been postponed.")]
    public async Task Event_called_off_while_the_form_was_open_says_so(string status, string sentence)
    {
        var title = $"Soon {status}";
        var address = $"/events/soon-{status}".ToLowerInvariant();
        using var editor = await AnnounceAsync(title);
        using var visitor = _site.Visit();
        var form = await visitor.GetAsync(address + "/register");
        var edit = await editor.GetAsync(await editor.EditAddressAsync("Event", title));
        await editor.SubmitAsync(edit, Editing.EditorForm, ("EventPart.Status", status), ("submit.Publish", "Publish"));

        var page = await visitor.SubmitRegistrationAsync(form, "hopeful@example.org");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.Document.QuerySelector($".availability--{status.ToLowerInvariant()}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_has_no_registration_page()
    {
        using var editor = await AnnounceAsync("Not Yet Said", "submit.Save");
        using var visitor = _site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/not-yet-said/register")).Status);
    }

    [Fact]
    public async Task One_address_sent_twenty_times_at_once_is_registered_once()
    {
        await using var site = new TestSite();
        var visitors = Enumerable.Range(0, 20).Select(_ => site.Visit(Institute.Department)).ToList();
        var forms = await Task.WhenAll(visitors.Select(visitor => visitor.GetAsync(Institute.OpenEvent + "/register")));

        var answers = await Task.WhenAll(visitors.Zip(forms, (visitor, form) => Task.Run(() => visitor.SubmitRegistrationAsync(form, "same@example.org"))));

        Assert.Single(answers, answer => answer.IsSeated());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1L, await site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM RegistrationIndex"));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task Registration_of_a_department_is_unknown_to_the_institute()
    {
        using var visitor = _site.Visit(Institute.Department);
        var personal = (await visitor.RegisterAsync("mine@example.org")).RedirectsTo!;
        using var elsewhere = _site.Visit();

        var page = await elsewhere.GetAsync(personal.Replace($"/{Institute.Department}/", "/", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(personal)).Status);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private async Task<Visitor> AnnounceAsync(string title, string button = "submit.Publish")
    {
        var editor = _site.Visit();
        await editor.SignInAsync();
        await editor.CreateEventAsync(title, button, ("RegistrationPart.Enabled", "true"), ("RegistrationPart.Capacity", "5"));
        return editor;
    }
}
