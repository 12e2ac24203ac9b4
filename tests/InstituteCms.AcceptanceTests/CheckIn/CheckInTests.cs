using System.Net;
using System.Text.Json;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.CheckIn;
using InstituteCms.Registrations;

namespace InstituteCms.AcceptanceTests.CheckIn;

/// <summary>The door: who may stand there, what it sees, and that ticks come to the same whoever sends them and however often.</summary>
public sealed class CheckInTests
{
    private const string Tenant = Institute.DepartmentTenant;

    [Fact]
    public async Task Door_sees_names_and_nothing_else_and_others_do_not_see_the_door()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("guest@example.org", "Door Guest");
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var id = await EventIdAsync(organizer);
        using var door = await site.SignedInAsync("Door", "dora");
        using var viewer = await site.SignedInAsync("Viewer", "viola");

        var people = await door.GetAsync($"/check-in/{id}/people");
        Assert.Contains("Door Guest", people.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("guest@example.org", people.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Example University", people.Html, StringComparison.Ordinal);
        Assert.True(people.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("Door Guest", (await door.GetAsync($"/check-in/{id}")).Html, StringComparison.Ordinal); // The page may be kept on the phone.

        Assert.True((await door.GetAsync($"/Admin/Seminars/Registrations/{id}")).IsForbidden());
        Assert.True((await viewer.GetAsync($"/check-in/{id}/people")).IsForbidden());
        Assert.Contains("/Login", (await visitor.GetAsync($"/check-in/{id}")).RedirectsTo!, StringComparison.Ordinal);
        Assert.Contains($"/check-in/{id}", (await organizer.GetAsync($"/Admin/Seminars/Registrations/{id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_phones_come_to_the_same_in_any_order_and_however_often_they_send()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("a@example.org", "Person A");
        await visitor.RegisterAsync("b@example.org", "Person B");
        using var one = site.Visit(Institute.Department);
        using var two = site.Visit(Institute.Department);
        await one.SignInAsync();
        await two.SignInAsync();
        var id = await EventIdAsync(one);
        var start = await ReadAsync(one, id);
        var (a, b) = (Person(start, "Person A").Id, Person(start, "Person B").Id);
        site.Clock.Advance(TimeSpan.FromMinutes(10));

        // The first ticked both, and took one back later; the second, without a connection meanwhile, sends what is older.
        await SendAsync(one, id, [new(a, start.Now + 1_000, true), new(b, start.Now + 2_000, true), new(b, start.Now + 60_000, false)]);
        var later = await SendAsync(two, id, [new(a, start.Now + 500, false), new(b, start.Now + 30_000, true), new(a, start.Now + 1_000, true)]);
        var again = await SendAsync(two, id, [new(a, start.Now + 500, false), new(b, start.Now + 30_000, true)]);

        Assert.Equal((true, start.Now + 1_000), (Person(later, "Person A").Here, Person(later, "Person A").Ticked));
        Assert.False(Person(later, "Person B").Here);
        Assert.Equal(later.People, again.People);
        Assert.Equal(1L, await site.AskAsync(Tenant, "SELECT SUM(Seats) FROM CheckInIndex"));

        var future = await SendAsync(one, id, [new(b, start.Now + 86_400_000, true)]);
        Assert.Equal(future.Now, Person(future, "Person B").Ticked); // A clock that is ahead holds nothing back for long.
    }

    [Fact]
    public async Task Walk_in_gets_a_seat_once_and_is_told_plainly_when_there_is_none()
    {
        await using var site = new TestSite();
        using var organizer = site.Visit();
        await organizer.SignInAsync();
        await organizer.CreateEventAsync("Two chairs", changes: [("RegistrationPart.Enabled", "true"), ("RegistrationPart.Capacity", "2")]);
        var id = (await organizer.EditAddressAsync("Event", "Two chairs")).Split('/')[^2];
        var (first, second, third) = (PersonalToken.Create().Value, PersonalToken.Create().Value, PersonalToken.Create().Value);
        var before = await ReadAsync(organizer, id);
        Assert.Equal(2, before.Free);

        await SendAsync(organizer, id, [], new SentWalkIn(first, "Wanda Walker", before.Now));
        var list = await SendAsync(organizer, id, [], new SentWalkIn(first, "Wanda Walker", before.Now), new SentWalkIn(second, null, before.Now), new SentWalkIn(third, "Too Late", before.Now));

        Assert.Equal(["Walk-in", "Wanda Walker"], list.People.Select(person => person.Name).Order());
        Assert.All(list.People, person => Assert.True(person.Here));
        Assert.Equal("No seat is free.", Assert.Contains(third, list.Refused));
        Assert.Equal((0, "No seat is free."), (list.Free, list.WhyNobody));
        Assert.Equal(2L, await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats"));
        Assert.Equal(0L, await site.AskAsync("Default", "SELECT COUNT(*) FROM OutboxIndex"));
    }

    [Fact]
    public async Task Ticket_shows_what_the_door_knows_the_person_by()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        var ticket = await visitor.GetAsync((await visitor.RegisterAsync("ticket@example.org", "Ticket Holder")).RedirectsTo + "/ticket");
        var code = CheckInCode.Parse(ticket.Document.QuerySelector(".pass__letters")!.TextContent)!;
        using var door = site.Visit(Institute.Department);
        await door.SignInAsync();

        var person = Person(await ReadAsync(door, await EventIdAsync(door)), "Ticket Holder");

        Assert.Equal(CheckInCode.Fingerprint(code), person.Ticket);
    }

    [Fact]
    public async Task Without_scripts_the_list_is_ticked_and_the_report_begins_with_those_who_came()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("a@example.org", "Person A");
        await visitor.RegisterAsync("b@example.org", "Person B");
        using var door = site.Visit(Institute.Department);
        await door.SignInAsync();
        var id = await EventIdAsync(door);
        Assert.Equal("2", await AttendanceAsync(door, id)); // Nobody was checked in: those with a seat.

        var list = await door.GetAsync($"/check-in/{id}/list");
        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Person B", StringComparison.Ordinal));
        var ticked = await door.FollowAsync(await door.SubmitAsync(list, $"#{row.Id} form", ("here", "true")));

        Assert.Contains("1 of 2 are here", ticked.Text, StringComparison.Ordinal);
        Assert.Equal("1", await AttendanceAsync(door, id));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await door.SubmitAsync(ticked, $"#{row.Id} form", ("here", "false"));
        Assert.Contains("0 of 2 are here", (await door.GetAsync($"/check-in/{id}/list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_phone_of_ours_sends_is_refused_and_changes_nothing()
    {
        await using var site = new TestSite();
        using var door = site.Visit(Institute.Department);
        await door.SignInAsync();
        var id = await EventIdAsync(door);
        var token = (await ReadAsync(door, id)).Token;

        foreach (var report in new[] { "", "nonsense", "{}", """{"ticks":null,"walkIns":[]}""", """{"ticks":[{"id":"x"}],"walkIns":[]}""" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(door, id, report, token));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(door, id, """{"ticks":[],"walkIns":[]}""", token: ""));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(door, id, """{"ticks":[{"id":9223372036854775807,"at":9223372036854775807,"here":true}],"walkIns":[{"key":"short","name":"X","at":-1}]}""", token));
        Assert.Empty((await ReadAsync(door, id)).People);
        Assert.Equal(HttpStatusCode.NotFound, (await door.GetAsync("/check-in/nowhere/people")).Status);
    }

    private static DoorPerson Person(DoorList list, string name) => list.People.Single(person => person.Name == name);

    private static async Task<string> EventIdAsync(Visitor organizer) => (await organizer.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];

    private static async Task<DoorList> ReadAsync(Visitor door, string id) => Parse(await door.GetAsync($"/check-in/{id}/people"));

    private static DoorList Parse(Page page) => JsonSerializer.Deserialize<DoorList>(page.Html, DoorReports.Options)!;

    private static async Task<DoorList> SendAsync(Visitor door, string id, SentTick[] ticks, params SentWalkIn[] walkIns)
    {
        var token = (await ReadAsync(door, id)).Token;
        using var content = new FormUrlEncodedContent([new("report", JsonSerializer.Serialize(new DoorReport(ticks, walkIns), DoorReports.Options)), new("__RequestVerificationToken", token)]);
        using var answer = await door.Http.PostAsync(await AddressAsync(door, id), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<DoorList>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), DoorReports.Options)!;
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor door, string id, string report, string token)
    {
        using var content = new FormUrlEncodedContent([new("report", report), new("__RequestVerificationToken", token)]);
        using var answer = await door.Http.PostAsync(await AddressAsync(door, id), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<string> AddressAsync(Visitor door, string id) => (await door.GetAsync($"/check-in/{id}/people")).Address;

    private static async Task<string> AttendanceAsync(Visitor editor, string id) =>
        (await editor.GetAsync($"/Admin/Contents/ContentTypes/ForumReport/Create?eventId={id}")).Document.QuerySelector("[name='ForumReportPart.Attendance']")!.GetAttribute("value") ?? "";
}
