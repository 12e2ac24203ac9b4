using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;
using static InstituteCms.AcceptanceTests.Questions.Asking;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>The organisers' list of one event: what it counts, finds, orders, shows and keeps.</summary>
public sealed class DeskListTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public DeskListTests(TestSite site) => _site = site;

    [Fact]
    public async Task Seats_are_counted_by_status_and_a_sentence_says_why_nobody_moves_up()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Counted seats", ("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "5"));
        Assert.Contains("Nobody has registered yet.", (await organizer.GetAsync(desk)).Text, StringComparison.Ordinal);
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/counted-seats", "Ann", "Ben", "Cho");

        var list = await organizer.GetAsync(desk);

        Assert.Contains("2 of 2 seats taken · 1 waited for", list.Text, StringComparison.Ordinal);
        Assert.Equal(["All 3", "Confirmed 2", "Waitlisted 1"], list.Document.QuerySelectorAll("nav[aria-label=Status] a").Select(a => a.TextContent.Trim()));
        Assert.Contains("1 registration waits for a seat. No seat is free.", list.Text, StringComparison.Ordinal);
        Assert.Equal(["Cho"], (await organizer.GetAsync(desk + "?status=Waitlisted")).Names());
        Assert.Equal(["1"], (await organizer.GetAsync(desk + "?status=Waitlisted&columns=Place")).Column("Place in line"));
    }

    [Fact]
    public async Task List_is_searched_and_ordered()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Ordered list", ("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "5"));
        using var visitor = _site.Visit(Institute.Department);
        foreach (var name in new[] { "Dai", "Ann", "Cho", "Ben" })
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
            await visitor.RegisterAllAsync("/events/ordered-list", name);
        }

        Assert.Equal(["Ben", "Cho", "Ann", "Dai"], (await organizer.GetAsync(desk)).Names());
        Assert.Equal(["Dai", "Ann", "Cho", "Ben"], (await organizer.GetAsync(desk + "?reverse=true")).Names());
        var byName = await organizer.GetAsync(desk + "?sort=Name");
        Assert.Equal(["Ann", "Ben", "Cho", "Dai"], byName.Names());
        Assert.Equal("ascending", byName.Document.QuerySelector(".seminar-registrations thead th:has(a)")!.GetAttribute("aria-sort"));
        Assert.Equal(["Dai", "Cho", "Ben", "Ann"], (await organizer.GetAsync(byName.Document.QuerySelector(".seminar-registrations thead a")!.GetAttribute("href")!)).Names());
        Assert.Equal(["Cho", "Ben", "Ann", "Dai"], (await organizer.GetAsync(desk + "?sort=Line")).Names());
        Assert.Equal(["Ann", "Dai", "Ben", "Cho"], (await organizer.GetAsync(desk + "?sort=Status")).Names());
        Assert.Equal(["Cho"], (await organizer.GetAsync(desk + "?search=CHO%40")).Names());
        Assert.Contains("Nobody was found.", (await organizer.GetAsync(desk + "?search=nobody")).Text, StringComparison.Ordinal);
        var today = _site.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        Assert.Equal(4, (await organizer.GetAsync($"{desk}?from={today:yyyy-MM-dd}&until={today:yyyy-MM-dd}")).Names().Length);
        Assert.Empty((await organizer.GetAsync($"{desk}?from={today.AddDays(1):yyyy-MM-dd}")).Names());
        Assert.Equal(4, (await organizer.GetAsync(desk + "?sort=nonsense&status=nonsense&from=never&pageNumber=99")).Names().Length);
    }

    [Fact]
    public async Task Status_is_ordered_by_what_the_desk_has_to_do_and_not_by_its_name()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Ordered states", ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"), ("RegistrationPart.Approval", "true"));
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/ordered-states", "Pia");
        var byHand = await organizer.GetAsync(desk + "/ByHand");
        foreach (var name in new[] { "Con", "Wim" })
        {
            await organizer.SubmitAsync(
                byHand, "main form[method=post]:has([name='Form.Name'])", ("Form.Name", name), ("Form.Email", name + "@example.org"), ("Form.Consent", "true"), ("Form.MayWait", "true"));
        }

        await visitor.RegisterAllAsync("/events/ordered-states", "Can");
        await organizer.SubmitAsync(await organizer.GetAsync($"{desk}/Bulk?command=Cancel&all=true&search=can%40"), "main form[method=post]");

        Assert.Equal(["Pending", "Confirmed", "Waitlisted", "Cancelled"], (await organizer.GetAsync(desk + "?sort=Status")).Column("Status"));
        Assert.Equal(["Cancelled", "Waitlisted", "Confirmed", "Pending"], (await organizer.GetAsync(desk + "?sort=Status&reverse=true")).Column("Status"));
    }

    [Fact]
    public async Task Answers_are_filtered_by_and_shown_as_columns_but_sensitive_ones_stay_out_of_the_index()
    {
        using var organizer = await OrganizerAsync();
        var path = await organizer.CreateAskingAsync(
            "Asked at the desk", [.. Row(0, "Tea?", "YesNo"), .. Row(1, "Halal?", "YesNo", ("Sensitive", "true")), .. Row(2, "Topic?", "ShortText")]);
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        await visitor.AnswerAsync(form, "tea@example.org", (form.FieldOf("Tea?"), "yes"), (form.FieldOf("Halal?"), "yes"));
        await visitor.AnswerAsync(form, "none@example.org", (form.FieldOf("Tea?"), "no"), (form.FieldOf("Topic?"), "Peace"));
        var desk = await organizer.DeskAsync("Asked at the desk");
        var tea = form.FieldOf("Tea?").Split('.')[^1];
        var topic = form.FieldOf("Topic?").Split('.')[^1];
        var halal = form.FieldOf("Halal?").Split('.')[^1];

        Assert.Equal(["tea@example.org"], (await organizer.GetAsync($"{desk}?question={tea}.yes")).Column("E-mail"));
        Assert.Equal(["none@example.org"], (await organizer.GetAsync($"{desk}?question={topic}")).Column("E-mail"));
        Assert.Equal(["tea@example.org"], (await organizer.GetAsync($"{desk}?question={halal}")).Column("E-mail"));
        Assert.Empty((await organizer.GetAsync($"{desk}?question={halal}.yes")).Names());
        var shown = await organizer.GetAsync($"{desk}?columns=answer-{topic}&columns=Email&sort=Name");
        Assert.Equal(["Peace", ""], shown.Column("Topic?"));
        Assert.Empty(shown.Column("Affiliation"));
    }

    [Fact]
    public async Task View_is_kept_for_its_user_and_forgotten()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Kept views");
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/kept-views", "Ann", "Ben");
        var list = await organizer.GetAsync(desk + "?search=ann&sort=Name");

        var kept = await organizer.FollowAsync(await organizer.SubmitAsync(list, ".seminar-keep form", ("name", "Only Ann")));

        Assert.Contains("The view “Only Ann” is kept for you.", kept.Text, StringComparison.Ordinal);
        var plain = await organizer.GetAsync(desk);
        Assert.Equal(["Ann"], (await organizer.GetAsync(plain.Document.QuerySelector(".seminar-views a")!.GetAttribute("href")!)).Names());
        var gone = await organizer.FollowAsync(await organizer.SubmitAsync(kept, ".seminar-views form"));
        Assert.Null(gone.Document.QuerySelector(".seminar-views"));
    }

    [Theory]
    [MemberData(nameof(Foundation.Postgres), MemberType = typeof(Foundation))]
    public async Task Either_database_finds_orders_counts_and_draws_the_same(bool postgres)
    {
        await using var site = new TestSite { Settings = postgres ? PostgresSite.Settings(await PostgresServer.NewDatabaseAsync()) : [] };
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var path = await organizer.CreateAskingAsync("On either", [("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "9"), .. Row(0, "Tea?", "YesNo")]);
        var desk = await organizer.DeskAsync("On either");
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        foreach (var (name, tea) in new[] { ("Dai", "yes"), ("ann", "no"), ("Cho", "yes"), ("100%", "no") })
        {
            site.Clock.Advance(TimeSpan.FromHours(8));
            await visitor.SubmitAsync(
                await visitor.GetAsync(path + "/register"), "main form[method=post]", ("Form.Name", name), ("Form.Email", $"{name.TrimEnd('%')}@example.org"), ("Form.Affiliation", "Example University"), ("Form.Consent", "true"), (form.FieldOf("Tea?"), tea));
        }

        Assert.Equal(["100%", "Cho", "ann", "Dai"], (await organizer.GetAsync(desk)).Names());
        Assert.Equal(["100%", "ann", "Cho", "Dai"], (await organizer.GetAsync(desk + "?sort=Name")).Names());
        Assert.Equal(["100%", "ann", "Cho", "Dai"], (await organizer.GetAsync(desk + "?sort=Affiliation")).Names());
        Assert.Equal(["ann", "Dai", "100%", "Cho"], (await organizer.GetAsync(desk + "?sort=Status")).Names());
        Assert.Equal(["Cho", "100%"], (await organizer.GetAsync(desk + "?sort=Line&status=Waitlisted")).Names());
        Assert.Equal(["1", "2"], (await organizer.GetAsync(desk + "?sort=Line&status=Waitlisted&columns=Place")).Column("Place in line"));
        Assert.Equal(["ann"], (await organizer.GetAsync(desk + "?search=ANN")).Names());
        Assert.Equal(["100%"], (await organizer.GetAsync(desk + "?search=0%25")).Names());
        Assert.Empty((await organizer.GetAsync(desk + "?search=_nn")).Names());
        Assert.Equal(["Cho", "Dai"], (await organizer.GetAsync($"{desk}?question={form.FieldOf("Tea?").Split('.')[^1]}.yes")).Names());
        var day = site.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        Assert.Equal(["100%"], (await organizer.GetAsync($"{desk}?from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}&search=100")).Names());
        Assert.Equal(["All 4", "Confirmed 2", "Waitlisted 2"], (await organizer.GetAsync(desk)).Document.QuerySelectorAll("nav[aria-label=Status] a").Select(a => a.TextContent.Trim()));
        var plot = await organizer.GetAsync(desk + "/Plot");
        Assert.Equal(4, plot.Document.QuerySelectorAll("#over-time ~ details td").Sum(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["4"], plot.Document.QuerySelectorAll("#by-place ~ details td").Select(cell => cell.TextContent));
    }

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
