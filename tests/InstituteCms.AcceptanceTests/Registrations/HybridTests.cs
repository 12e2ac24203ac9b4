using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Seats at the venue and online are counted apart, and each person takes part in one of both ways.</summary>
public sealed class HybridTests
{
    private const string Address = "/events/both-ways";

    [Fact]
    public async Task Each_way_has_its_seats_its_line_and_its_words()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site);

        var here = await RegisterAsync(visitor, "here@example.org", "InPerson");
        var there = await RegisterAsync(visitor, "there@example.org", "Online");
        var waiting = await RegisterAsync(visitor, "waiting@example.org", "InPerson");

        Assert.Contains("In person", here.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org/join", here.Text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/join", there.Text, StringComparison.Ordinal);
        Assert.Contains("at place 1", waiting.Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync(Address);
        Assert.Contains("In person: Fully booked: waiting list", page.Text, StringComparison.Ordinal);
        Assert.Contains("Online: 1 seat left", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"maximumVirtualAttendeeCapacity\":2", page.Html, StringComparison.Ordinal);
        Assert.Contains("You take part: Online", (await site.MailAsync("Default", "there@example.org", 1))[0].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("https://example.org/join", (await site.MailAsync("Default", "here@example.org", 1))[0].TextBody, StringComparison.Ordinal);
        Assert.Equal((1L, 1L, 1L), (
            await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats"),
            await site.AskAsync("Default", "SELECT OnlineTaken FROM EventSeats"),
            await site.AskAsync("Default", "SELECT Waiting FROM EventSeats")));
    }

    [Fact]
    public async Task Whoever_changes_to_the_other_way_leaves_a_seat_to_the_next_in_line()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site);
        var here = await RegisterAsync(visitor, "here@example.org", "InPerson");
        var waiting = await RegisterAsync(visitor, "waiting@example.org", "InPerson");

        using var organiser = site.Visit();
        await organiser.SignInAsync();
        var list = await organiser.GetAsync("/Admin/Seminars/Registrations");
        var @event = await organiser.GetAsync(list.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("Both ways", StringComparison.Ordinal)).GetAttribute("href")!);
        var row = @event.Document.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("here@example.org", StringComparison.Ordinal));
        var desk = await organiser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        var changed = await organiser.FollowAsync(await organiser.SubmitAsync(desk, "form[action$='/Mode']", ("mode", "Online")));

        Assert.Contains("Confirmed → Confirmed", changed.Text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/join", (await visitor.GetAsync(here.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("You are registered.", (await visitor.GetAsync(waiting.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.MailAsync("Default", "here@example.org", 2)).Count);
    }

    [Fact]
    public async Task Organiser_registers_somebody_online_and_sees_the_seats_of_both_ways()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site);
        await RegisterAsync(visitor, "here@example.org", "InPerson");
        await RegisterAsync(visitor, "waiting@example.org", "InPerson");
        using var organiser = site.Visit();
        await organiser.SignInAsync();
        var desk = await organiser.DeskAsync("Both ways");
        var form = await organiser.GetAsync(desk + "/ByHand");
        Assert.Equal("InPerson", form.Document.QuerySelector("[name='Form.Mode'][checked]")!.GetAttribute("value"));

        await organiser.SubmitAsync(
            form, "main form[method=post]:has([name='Form.Name'])", ("Form.Name", "Ann"), ("Form.Email", "ann@example.org"), ("Form.Mode", "Online"), ("Form.Consent", "true"));

        var list = await organiser.GetAsync(desk);
        Assert.Contains("In person: 1 of 1 seats taken · 1 waited for", list.Text, StringComparison.Ordinal);
        Assert.Contains("Online: 1 of 2 seats taken", list.Text, StringComparison.Ordinal);
        Assert.Contains("Online: 1 of 2 seats taken", (await organiser.GetAsync("/Admin/Seminars/Registrations")).Text, StringComparison.Ordinal);
        Assert.Contains("You take part: Online", (await site.MailAsync("Default", "ann@example.org", 1))[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_asks_for_the_way_and_keeps_what_was_typed()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site);

        var again = await visitor.RegisterAsync("here@example.org", @event: Address);

        Assert.Contains("Choose how you take part.", again.Text, StringComparison.Ordinal);
        Assert.Equal("here@example.org", again.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Editor_sees_what_other_seats_would_mean()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site);
        await RegisterAsync(visitor, "here@example.org", "InPerson");
        await RegisterAsync(visitor, "waiting@example.org", "InPerson");
        await RegisterAsync(visitor, "there@example.org", "Online");
        await RegisterAsync(visitor, "there.too@example.org", "Online");
        using var editor = site.Visit();
        await editor.SignInAsync();
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Both ways"));
        Assert.Equal("", form.Document.QuerySelector("[data-reviewed=effect]")!.TextContent.Trim());

        var saved = await editor.FollowAsync(await editor.SubmitAsync(
            form, Editing.EditorForm, ("RegistrationPart.Capacity", "3"), ("RegistrationPart.OnlineCapacity", "1"), ("submit.Save", "Save")));
        form = await editor.GetAsync(await editor.EditAddressAsync("Event", "Both ways"));

        Assert.NotNull(saved);
        var effect = form.Document.QuerySelector("[data-reviewed=effect]")!.TextContent;
        Assert.Contains("In person: 1 person from the waiting list would get a seat.", effect, StringComparison.Ordinal);
        Assert.Contains("Online: 1 more seat is taken than there would be: nobody is removed.", effect, StringComparison.Ordinal);
    }

    private static async Task<Visitor> AnnounceAsync(TestSite site)
    {
        using var editor = site.Visit();
        await editor.SignInAsync();
        await editor.CreateEventAsync("Both ways", changes:
        [
            ("EventPart.Format", "Hybrid"), ("EventPart.JoinUrl", "https://example.org/join"), ("RegistrationPart.Enabled", "true"),
            ("RegistrationPart.Capacity", "1"), ("RegistrationPart.OnlineCapacity", "2"), ("RegistrationPart.WaitlistLength", "5"),
        ]);
        return site.Visit();
    }

    private static async Task<Page> RegisterAsync(Visitor visitor, string email, string mode)
    {
        var form = await visitor.GetAsync(Address + "/register");
        return await visitor.FollowAsync(await visitor.SubmitAsync(
            form, "main form[method=post]", ("Form.Name", "Aiko"), ("Form.Email", email), ("Form.Mode", mode), ("Form.Consent", "true")));
    }
}
