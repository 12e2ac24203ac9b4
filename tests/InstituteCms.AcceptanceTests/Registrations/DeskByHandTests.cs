using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>What organisers do for people: register them, note something, move them to another event; and what they see drawn.</summary>
public sealed class DeskByHandTests : IClassFixture<TestSite>
{
    private const string Form = "main form[method=post]:has([name='Form.Name'])";

    private readonly TestSite _site;

    public DeskByHandTests(TestSite site) => _site = site;

    [Fact]
    public async Task Person_is_registered_by_hand_but_no_seat_is_given_twice()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("By hand", ("RegistrationPart.Capacity", "1"), ("RegistrationPart.ClosesLocal", "2020-01-01T00:00"));
        var form = await organizer.GetAsync(desk + "/ByHand");

        var empty = await organizer.SubmitAsync(form, Form, ("Form.Email", "no address"));
        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.Contains("Enter a name.", empty.Text, StringComparison.Ordinal);
        Assert.Equal("no address", empty.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));

        var first = await organizer.FollowAsync(await organizer.SubmitAsync(form, Form, ("Form.Name", "Ann"), ("Form.Email", "ann.hand@example.org"), ("Form.Consent", "true")));
        Assert.Contains("Ann is registered.", first.Text, StringComparison.Ordinal);
        Assert.Single(await _site.MailAsync(Institute.DepartmentTenant, "ann.hand@example.org", 1));

        (string, string?)[] ben = [("Form.Name", "Ben"), ("Form.Email", "ben.hand@example.org"), ("Form.Consent", "true"), ("Form.Tells", null)];
        var full = await organizer.SubmitAsync(form, Form, ben);
        Assert.Contains("There are not enough seats free.", full.Text, StringComparison.Ordinal);
        Assert.Equal("Ben", full.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        var waits = await organizer.FollowAsync(await organizer.SubmitAsync(form, Form, [.. ben, ("Form.MayWait", "true")]));
        Assert.Contains("Ben is on the waiting list.", waits.Text, StringComparison.Ordinal);
        Assert.Equal(["Confirmed", "Waitlisted"], (await organizer.GetAsync(desk + "?sort=Name")).Column("Status"));
        Assert.Equal(0L, await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM Document WHERE Type LIKE '%OutboxMessage%' AND Content LIKE '%ben.hand@example.org%'"));
        var again = await organizer.SubmitAsync(form, Form, ("Form.Name", "Ann"), ("Form.Email", "ANN.hand@example.org"), ("Form.Consent", "true"));
        Assert.Contains("This address is registered already.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_is_for_organisers_alone_and_removed_again()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Noted");
        using var visitor = _site.Visit(Institute.Department);
        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("noted@example.org", "Ann", "/events/noted"));
        var person = await PersonAsync(organizer, desk, "Ann");

        var noted = await organizer.FollowAsync(await organizer.SubmitAsync(person, "form:has(#note)", ("note", "Needs a seat near the door")));

        Assert.Contains("Needs a seat near the door", noted.Document.QuerySelector(".seminar-note-list")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("near the door", (await visitor.GetAsync(personal.Address)).Html, StringComparison.Ordinal);
        Assert.Contains("Write a note", (await organizer.FollowAsync(await organizer.SubmitAsync(person, "form:has(#note)", ("note", " ")))).Text, StringComparison.Ordinal);
        var removed = await organizer.FollowAsync(await organizer.SubmitAsync(noted, ".seminar-note-list form"));
        Assert.Null(removed.Document.QuerySelector(".seminar-note-list"));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "near the door"));
    }

    [Fact]
    public async Task Person_goes_to_another_event_with_link_and_history_or_stays()
    {
        using var organizer = await OrganizerAsync();
        var from = await organizer.AnnounceAsync("Moved from", ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"));
        var to = await organizer.AnnounceAsync("Moved to", ("RegistrationPart.Capacity", "1"));
        using var visitor = _site.Visit(Institute.Department);
        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("moving@example.org", "Ann", "/events/moved-from"));
        await visitor.RegisterAllAsync("/events/moved-from", "Ben");
        var (toId, ann) = (to.Split('/')[^1], await PersonAsync(organizer, from, "Ann"));

        var moved = await organizer.FollowAsync(await organizer.SubmitAsync(ann, "form:has(#to)", ("to", toId), ("why", "Better topic")));

        Assert.Contains("Ann is now registered for “Moved to” and told by mail.", moved.Text, StringComparison.Ordinal);
        Assert.Contains("came from another event", moved.Text, StringComparison.Ordinal);
        Assert.Equal(["Cancelled", "Confirmed"], (await organizer.GetAsync(from + "?sort=Name")).Column("Status"));
        Assert.Equal(["Confirmed"], (await organizer.GetAsync(to)).Column("Status"));
        Assert.Contains("went to another event", (await PersonAsync(organizer, from, "Ann")).Text, StringComparison.Ordinal);
        Assert.Contains("Moved to", (await visitor.GetAsync(personal.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await _site.MailAsync(Institute.DepartmentTenant, "moving@example.org", 3)).Count);

        var stays = await organizer.FollowAsync(await organizer.SubmitAsync(await PersonAsync(organizer, from, "Ben"), "form:has(#to)", ("to", toId)));
        Assert.Contains("There are not enough seats free at “Moved to”; nothing was done.", stays.Text, StringComparison.Ordinal);
        Assert.Equal(["Confirmed"], (await organizer.GetAsync(from + "?search=ben")).Column("Status"));
        Assert.Equal(1L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT SeatsTaken FROM EventSeats WHERE EventId = '{toId}'"));
    }

    [Fact]
    public async Task Plots_say_their_numbers_in_a_table()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Drawn");
        Assert.Contains("will be drawn here", (await organizer.GetAsync(desk + "/Plot")).Text, StringComparison.Ordinal);
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/drawn", "Ann", "Ben");
        _site.Clock.Advance(TimeSpan.FromDays(2));
        await visitor.RegisterAllAsync("/events/drawn", "Cho");

        var plot = await organizer.GetAsync(desk + "/Plot");

        Assert.Equal(["2", "1", "3"], plot.Document.QuerySelectorAll("td[data-label=Registrations]").Select(cell => cell.TextContent));
        Assert.Contains("Example University", plot.Document.QuerySelectorAll("svg")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_of_a_plot_are_those_of_the_event()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Drawn by day", ("EventPart.TimeZoneId", "Asia/Tokyo"));
        using var visitor = _site.Visit(Institute.Department);
        var now = _site.Clock.GetUtcNow();
        var beforeMidnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1).AddHours(14.5), TimeSpan.Zero); // 23:30 in Tokyo.
        _site.Clock.Advance(beforeMidnight - now);
        await visitor.RegisterAllAsync("/events/drawn-by-day", "Ann");
        _site.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.RegisterAllAsync("/events/drawn-by-day", "Ben", "Cho");

        var plot = await organizer.GetAsync(desk + "/Plot");

        Assert.Equal(["1", "2"], plot.Document.QuerySelectorAll("#over-time ~ details td").Select(cell => cell.TextContent));
        var days = plot.Document.QuerySelectorAll("#over-time ~ details tbody th").Select(cell => DateTime.Parse(cell.TextContent, System.Globalization.CultureInfo.GetCultureInfo("en")));
        Assert.Equal([beforeMidnight.UtcDateTime.Date, beforeMidnight.UtcDateTime.Date.AddDays(1)], days);
    }

    private static async Task<Page> PersonAsync(Visitor organizer, string desk, string name)
    {
        var list = await organizer.GetAsync(desk);
        return await organizer.GetAsync(list.Document.QuerySelectorAll(".seminar-registrations th a").First(a => a.TextContent == name).GetAttribute("href")!);
    }

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
