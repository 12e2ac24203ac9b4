using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Every way that a registration can go, as registrants and organisers see it.</summary>
public sealed class StatesTests
{
    [Fact]
    public async Task Who_waits_gets_the_seat_that_is_given_back_in_the_order_of_the_line()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "2"));
        var first = await PersonalAsync(visitor, "first@example.org");
        Assert.Contains("Join the waiting list", (await visitor.GetAsync("/events/a-full-room")).Text, StringComparison.Ordinal);
        var second = await PersonalAsync(visitor, "second@example.org");
        var third = await PersonalAsync(visitor, "third@example.org");
        Assert.Contains("at place 1", second.Text, StringComparison.Ordinal);
        Assert.Contains("at place 2", third.Text, StringComparison.Ordinal);
        Assert.NotNull((await visitor.GetAsync("/events/a-full-room/register")).Document.QuerySelector(".availability--full"));

        await CancelAsync(visitor, first);

        Assert.Contains("You are registered.", (await visitor.GetAsync(second.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("at place 1", (await visitor.GetAsync(third.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.MailAsync("Default", "second@example.org", 2)).Count);
        Assert.Equal((1L, 1L), (await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats"), await site.AskAsync("Default", "SELECT Waiting FROM EventSeats")));
    }

    [Fact]
    public async Task Offer_is_taken_or_lapses_and_goes_to_the_next()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(
            site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"), ("RegistrationPart.Promotion", "ByOffer"), ("RegistrationPart.OfferHours", "6"));
        var first = await PersonalAsync(visitor, "first@example.org");
        var second = await PersonalAsync(visitor, "second@example.org");
        var third = await PersonalAsync(visitor, "third@example.org");

        await CancelAsync(visitor, first);
        Assert.Contains("A seat is free for you.", (await visitor.GetAsync(second.Address)).Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(6));
        await site.UntilAsync(
            "Default",
            async () => (await visitor.GetAsync(third.Address)).Text.Contains("A seat is free for you.", StringComparison.Ordinal),
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for the offer to go to the next");
        Assert.Contains("cancelled", (await visitor.GetAsync(second.Address)).Text, StringComparison.OrdinalIgnoreCase);

        var offered = await visitor.GetAsync(third.Address);
        var taken = await visitor.FollowAsync(await visitor.SubmitAsync(offered, "form[action$='/accept']"));
        Assert.Contains("You are registered.", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_is_confirmed_by_a_button_and_a_hold_that_lapses_gives_the_seat_back()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.DoubleOptIn", "true"));
        var forgetful = await PersonalAsync(visitor, "forgetful@example.org");
        Assert.Contains("confirm your address", forgetful.Text, StringComparison.Ordinal);
        Assert.NotNull((await visitor.GetAsync("/events/a-full-room/register")).Document.QuerySelector(".availability--full"));

        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.UntilAsync(
            "Default",
            async () => await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats") is 0L,
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for the hold to lapse");
        var prompt = await PersonalAsync(visitor, "late@example.org");
        var confirmed = await visitor.FollowAsync(await visitor.SubmitAsync(prompt, "form[action$='/confirm']"));

        Assert.Contains("You are registered.", confirmed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_that_is_never_confirmed_is_cancelled_and_not_left_to_the_organisers()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.DoubleOptIn", "true"), ("RegistrationPart.Approval", "true"));
        var forgetful = await PersonalAsync(visitor, "forgetful@example.org");
        Assert.Contains("confirm your address", forgetful.Text, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.UntilAsync(
            "Default",
            async () => await site.AskAsync("Default", """SELECT "Status" FROM "RegistrationIndex" """) is not "AwaitingConfirmation",
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for the hold to lapse");

        Assert.Equal("Cancelled", await site.AskAsync("Default", """SELECT "Status" FROM "RegistrationIndex" """));
    }

    [Fact]
    public async Task Organiser_answers_and_the_history_says_who_and_why()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "5"), ("RegistrationPart.Approval", "true"));
        var wanted = await PersonalAsync(visitor, "welcome@example.org");
        var unwanted = await PersonalAsync(visitor, "unwanted@example.org");
        Assert.Contains("will answer by mail", wanted.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats"));

        using var organiser = site.Visit();
        await organiser.SignInAsync();
        await AnswerAsync(organiser, "welcome@example.org", "Approve", "Asked good questions last year");
        var page = await AnswerAsync(organiser, "unwanted@example.org", "Reject", "");

        Assert.Contains("You are registered.", (await visitor.GetAsync(wanted.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("could not accept", (await visitor.GetAsync(unwanted.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("Pending → Rejected", page.Text, StringComparison.Ordinal);
        Assert.Contains("admin", page.Document.QuerySelector("main tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("button[value=Reject]"));
    }

    [Fact]
    public async Task Party_takes_its_seats_and_one_that_is_too_large_is_told_so()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "4"), ("RegistrationPart.MaxParty", "3"));
        var form = await visitor.GetAsync("/events/a-full-room/register");

        var party = await visitor.FollowAsync(await visitor.SubmitAsync(
            form, "main form[method=post]", ("Form.Name", "Aiko"), ("Form.Email", "party@example.org"), ("Form.Consent", "true"), ("Form.Guests", "2"), ("Form.Companions", "Ben\nCho")));
        Assert.Contains("3 (Ben, Cho)", party.Text, StringComparison.Ordinal);
        Assert.Equal(3L, await site.AskAsync("Default", "SELECT SeatsTaken FROM EventSeats"));

        form = await visitor.GetAsync("/events/a-full-room/register");
        var refused = await visitor.SubmitAsync(
            form, "main form[method=post]", ("Form.Name", "Dai"), ("Form.Email", "two@example.org"), ("Form.Consent", "true"), ("Form.Guests", "1"));
        Assert.Contains("not that many seats left", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Dai", refused.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Only_addresses_of_named_domains_register()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Audience", "AddressDomains"), ("RegistrationPart.Domains", "@Example.org"));

        Assert.True((await visitor.RegisterAsync("member@law.example.org", @event: "/events/a-full-room")).IsSeated());
        var refused = await visitor.RegisterAsync("stranger@example.com", @event: "/events/a-full-room");

        Assert.Contains("register with an address of example.org", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_seats_let_those_who_wait_move_up_when_they_are_published()
    {
        await using var site = new TestSite();
        using var visitor = await AnnounceAsync(site, ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"));
        await PersonalAsync(visitor, "first@example.org");
        var second = await PersonalAsync(visitor, "second@example.org");

        using var editor = site.Visit();
        await editor.SignInAsync();
        var form = await editor.GetAsync(await editor.EditAddressAsync("Event", "A full room"));
        await editor.SubmitAsync(form, Editing.EditorForm, ("RegistrationPart.Capacity", "2"), ("submit.Publish", "Publish"));

        Assert.Contains("You are registered.", (await visitor.GetAsync(second.Address)).Text, StringComparison.Ordinal);
    }

    private static async Task<Visitor> AnnounceAsync(TestSite site, params (string Name, string? Value)[] terms)
    {
        using var editor = site.Visit();
        await editor.SignInAsync();
        await editor.CreateEventAsync("A full room", changes: [("RegistrationPart.Enabled", "true"), .. terms]);
        return site.Visit();
    }

    private static async Task<Page> PersonalAsync(Visitor visitor, string email) =>
        await visitor.FollowAsync(await visitor.RegisterAsync(email, @event: "/events/a-full-room"));

    private static async Task CancelAsync(Visitor visitor, Page personal) =>
        await visitor.FollowAsync(await visitor.SubmitAsync(await visitor.GetAsync(personal.Address + "/cancel"), "main form[method=post]"));

    private static async Task<Page> AnswerAsync(Visitor organiser, string email, string command, string why)
    {
        var list = await organiser.GetAsync("/Admin/Seminars/Registrations");
        var @event = await organiser.GetAsync(list.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("A full room", StringComparison.Ordinal)).GetAttribute("href")!);
        var row = @event.Document.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal));
        var page = await organiser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        return await organiser.FollowAsync(await organiser.SubmitAsync(page, "form:has(#why)", ("why", why), ("command", command)));
    }
}
