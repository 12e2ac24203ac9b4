using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>One command for many registrations: seen first, then done.</summary>
public sealed class DeskBulkTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public DeskBulkTests(TestSite site) => _site = site;

    [Fact]
    public async Task Preview_says_who_will_be_what_and_who_cannot_and_nothing_is_done_before()
    {
        using var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Approved in bulk", ("RegistrationPart.Capacity", "1"), ("RegistrationPart.WaitlistLength", "5"), ("RegistrationPart.Approval", "true"));
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/approved-in-bulk", "Amy", "Bob", "Cyd");
        var list = await organizer.GetAsync(desk + "?sort=Name");
        var ids = list.Document.QuerySelectorAll("input[form=bulk][name=id]").Select(box => box.GetAttribute("value")).ToList();
        Assert.Equal(3, ids.Count);
        await organizer.FollowAsync(await organizer.SubmitAsync(await organizer.GetAsync($"{desk}/Bulk?command=Reject&id={ids[2]}"), "main form[method=post]"));

        var preview = await organizer.GetAsync($"{desk}/Bulk?command=Approve&id={string.Join("&id=", ids)}");

        Assert.Equal(["Confirmed", "Waitlisted", "Cannot be: the registration does not stand where this is possible."], preview.Column("Then"));
        Assert.Contains("2 registrations will be changed", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["Pending", "Pending", "Rejected"], (await organizer.GetAsync(desk + "?sort=Name")).Column("Status"));

        var done = await organizer.FollowAsync(await organizer.SubmitAsync(preview, "main form[method=post]", ("why", "All welcome")));

        Assert.Contains("2 registrations are changed, and the people are told by mail.", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Confirmed", "Waitlisted", "Rejected"], (await organizer.GetAsync(desk + "?sort=Name")).Column("Status"));
        Assert.Equal(2, (await _site.MailAsync(Institute.DepartmentTenant, "amy@example.org", 2)).Count);
        var person = await organizer.GetAsync(done.Document.QuerySelectorAll(".seminar-registrations th a").First(a => a.TextContent == "Amy").GetAttribute("href")!);
        Assert.Contains("All welcome", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_cancelled_at_once_and_those_who_wait_move_up()
    {
        using var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Cancelled in bulk", ("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "5"));
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/cancelled-in-bulk", "Ann", "Ben", "Cho", "Dai");

        var preview = await organizer.GetAsync($"{desk}/Bulk?command=Cancel&all=true&status=Confirmed");
        Assert.Contains("Then 2 others move up from the waiting list.", preview.Text, StringComparison.Ordinal);
        var done = await organizer.FollowAsync(await organizer.SubmitAsync(preview, "main form[method=post]"));

        Assert.Contains("2 registrations are changed", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Cancelled", "Cancelled", "Confirmed", "Confirmed"], (await organizer.GetAsync(desk + "?sort=Name")).Column("Status"));
    }

    [Fact]
    public async Task What_has_changed_meanwhile_does_not_take_the_others_back()
    {
        using var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Changed meanwhile");
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/changed-meanwhile", "Ann", "Ben");
        var preview = await organizer.GetAsync($"{desk}/Bulk?command=Cancel&all=true");
        var first = preview.Document.QuerySelector("input[name=ids]")!.GetAttribute("value")!.Split(',')[0];
        await organizer.FollowAsync(await organizer.SubmitAsync(await organizer.GetAsync($"{desk}/Bulk?command=Cancel&id={first}"), "main form[method=post]"));

        var done = await organizer.FollowAsync(await organizer.SubmitAsync(preview, "main form[method=post]"));

        Assert.Contains("1 registration is changed", done.Text, StringComparison.Ordinal);
        Assert.Contains("1 registration has changed meanwhile and was left alone.", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Cancelled", "Cancelled"], (await organizer.GetAsync(desk)).Column("Status"));
    }

    [Fact]
    public async Task Nobody_is_changed_without_a_tick_or_a_permission()
    {
        using var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Without a tick");
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/without-a-tick", "Ann");

        Assert.Contains("Tick the people first", (await organizer.FollowAsync($"{desk}/Bulk?command=Cancel")).Text, StringComparison.Ordinal);
        Assert.Contains("Tick the people first", (await organizer.FollowAsync($"{desk}/Bulk?command=Lapse&all=true")).Text, StringComparison.Ordinal);
        Assert.Contains("/Login", (await visitor.GetAsync($"{desk}/Bulk?command=Cancel&all=true")).RedirectsTo!, StringComparison.OrdinalIgnoreCase);
    }
}
