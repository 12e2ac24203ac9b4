using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Webhooks;

/// <summary>Programs hear what happens, can tell that the site said it, and hear nothing of who registers.</summary>
public sealed class WebhookTests
{
    private static readonly string[] _aboutEvents = ["EventPublished", "EventChanged", "EventCancelled", "EventEnded", "EventWithdrawn"];

    [Fact]
    public async Task Program_hears_the_whole_life_of_an_event_in_order_and_each_thing_once()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using var editor = await site.AdministratorAsync();
        var (_, secret) = await editor.AddEndpointAsync(receiver.Address, _aboutEvents);

        await editor.CreateEventAsync("Hooked", changes: [("EventPart.JoinUrl", "https://meet.example.org/secret-room"), ("EventPart.Venue.Name", "Hall 平和")]);
        await editor.ChangeEventAsync("Hooked"); // Nothing is new.
        await editor.ChangeEventAsync("Hooked", ("EventPart.JoinUrl", "https://meet.example.org/other-room")); // Nothing that visitors see.
        await editor.ChangeEventAsync("Hooked", ("EventPart.Abstract", "<p>Words</p>"));
        await editor.ChangeEventAsync("Hooked", ("EventPart.Status", "Cancelled"));
        await editor.UnpublishAsync("Event", (string)(await FirstAsync(site, receiver)).Data["id"]!);
        await site.UntilHeardAsync(receiver, "event.published", "event.changed", "event.cancelled", "event.withdrawn");

        Assert.All(receiver.Came, hook => Assert.True(hook.IsSignedWith(secret)));
        Assert.All(receiver.Came, hook => Assert.DoesNotContain("meet.example.org", hook.Body, StringComparison.Ordinal));
        Assert.False(receiver.Came.First().IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])));
        Assert.Equal(4, receiver.Came.Select(hook => hook.Id).Distinct().Count());
        var data = receiver.Came.First().Data;
        Assert.Equal(
            ("Hooked", "http://localhost/events/hooked", "scheduled", "2099-09-01T01:30:00Z", "Asia/Tokyo", "Hall 平和"),
            ((string)data["title"]!, (string)data["url"]!, (string)data["status"]!, (string)data["startUtc"]!, (string)data["timeZone"]!, (string)data["venue"]!["name"]!));
        Assert.Equal("cancelled", (string)receiver.Came.ElementAt(2).Data["status"]!);
    }

    [Fact]
    public async Task End_of_an_event_is_told_once_unless_it_was_called_off_or_over_before()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using var editor = await site.AdministratorAsync();
        await editor.CreateEventAsync("Over before", changes: [("EventPart.StartLocal", site.InHours(-3)), ("EventPart.EndLocal", site.InHours(-2))]);
        await editor.AddEndpointAsync(receiver.Address, "EventEnded");
        await editor.CreateEventAsync("Soon over", changes: [("EventPart.StartLocal", site.InHours(1)), ("EventPart.EndLocal", site.InHours(2))]);
        await editor.CreateEventAsync(
            "Called off", changes: [("EventPart.StartLocal", site.InHours(1)), ("EventPart.EndLocal", site.InHours(2)), ("EventPart.Status", "Cancelled")]);

        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.UntilHeardAsync(receiver, "event.ended");
        await editor.ChangeEventAsync("Soon over", ("EventPart.EndLocal", site.InHours(0.1)));
        await editor.CreateEventAsync("Later over", changes: [("EventPart.StartLocal", site.InHours(0.5)), ("EventPart.EndLocal", site.InHours(1))]);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.UntilHeardAsync(receiver, "event.ended", "event.ended");

        Assert.Equal(["Soon over", "Later over"], receiver.Came.Select(hook => (string)hook.Data["title"]!));
    }

    [Fact]
    public async Task Seats_are_told_as_numbers_and_nothing_says_who_took_them()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using (var before = site.Visit(Institute.Department))
        {
            await before.RegisterAsync("early@example.org", "Ellen Early");
        }

        using var administrator = await site.AdministratorAsync(Institute.Department);
        await administrator.AddEndpointAsync(receiver.Address, "EventSeats");
        foreach (var name in new[] { "one", "two" })
        {
            using var visitor = site.Visit(Institute.Department);
            await visitor.RegisterAsync($"{name}@example.org", "Nora Named");
        }

        await site.UntilAsync(
            Institute.DepartmentTenant,
            () => Task.FromResult(receiver.Came.Any(hook => (int)hook.Data["seatsTaken"]! == 3)),
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for the last count");

        var last = receiver.Came.Last();
        Assert.Equal(("event.seats", 20, 17, 0), (last.Kind, (int)last.Data["capacity"]!, (int)last.Data["seatsLeft"]!, (int)last.Data["seatsWaitedFor"]!));
        Assert.InRange(receiver.Came.Count, 1, 2);
        Assert.All(receiver.Came, hook => Assert.DoesNotContain("example.org", hook.Body, StringComparison.Ordinal));
        Assert.All(receiver.Came, hook => Assert.DoesNotContain("Nora", hook.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_that_is_not_taken_comes_again_the_same_before_what_follows_it_and_by_hand()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using var editor = await site.AdministratorAsync();
        var (log, secret) = await editor.AddEndpointAsync(receiver.Address, _aboutEvents);
        receiver.AnswerWith(500, "not today " + new string('x', 5_000_000));

        await editor.CreateEventAsync("Tried");
        await FirstAsync(site, receiver);
        await editor.ChangeEventAsync("Tried", ("EventPart.Abstract", "<p>Words</p>"));
        await site.UntilAsync("Default", () => Task.FromResult(receiver.Came.Count >= 3), () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for two more tries");
        Assert.Contains("not today", (await editor.GetAsync(log.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("500", (await editor.GetAsync(log.Address)).Text, StringComparison.Ordinal);
        receiver.AnswerWith(204, "");
        await site.UntilAsync("Default", () => Task.FromResult(receiver.Kinds.Contains("event.changed")), () => site.Clock.Advance(TimeSpan.FromMinutes(5)), "for all to be taken");

        var tries = receiver.Came.Where(hook => hook.Kind == "event.published").ToList();
        Assert.True(tries.Count >= 4);
        Assert.Single(tries.Select(hook => (hook.Id, hook.Body)).Distinct());
        Assert.Equal(tries.Count, tries.Select(hook => hook.Timestamp).Distinct().Count());
        Assert.Equal("event.changed", receiver.Kinds.Last());

        await site.UntilAsync("Default", async () => (await editor.GetAsync(log.Address + "?status=Taken")).Document.QuerySelectorAll("tbody tr").Length == 2, () => { }, "for the log");
        var taken = await editor.GetAsync(log.Address);
        var again = await editor.FollowAsync(await editor.SubmitAsync(taken, $"tbody tr:has(code:contains('{tries[0].Id}')) form"));
        Assert.Contains("was taken with status 204", again.Text, StringComparison.Ordinal);
        var replayed = receiver.Came.Last();
        Assert.Equal((tries[0].Id, tries[0].Body), (replayed.Id, replayed.Body));
        Assert.True(replayed.IsSignedWith(secret));
    }

    [Fact]
    public async Task New_secret_signs_beside_the_old_for_a_day_and_then_alone()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using var administrator = await site.AdministratorAsync();
        var (log, old) = await administrator.AddEndpointAsync(receiver.Address, "EventPublished");
        Assert.Null(log.Document.QuerySelector("#new-secret"));
        Assert.Equal(0, await site.CountAsync("Default", old));

        var renewed = await administrator.FollowAsync(await administrator.SubmitAsync(log, "form[action$='/Secret']"));
        var secret = renewed.Document.QuerySelector("#new-secret")!.GetAttribute("value")!;
        await administrator.SubmitAsync(renewed, "form[action$='/Test']");
        site.Clock.Advance(TimeSpan.FromDays(1));
        await administrator.SubmitAsync(renewed, "form[action$='/Test']");

        Assert.Equal([(true, true), (false, true)], receiver.Came.Select(hook => (hook.IsSignedWith(old), hook.IsSignedWith(secret))));
    }

    [Fact]
    public async Task Program_that_is_gone_is_switched_off_and_the_dashboard_says_so()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort);
        using var administrator = await site.AdministratorAsync();
        var (log, _) = await administrator.AddEndpointAsync(receiver.Address, _aboutEvents);
        Assert.DoesNotContain("Webhooks given up", (await administrator.GetAsync("/Admin")).Text, StringComparison.Ordinal);
        receiver.AnswerWith(410, "moved out");

        await administrator.CreateEventAsync("To nobody");
        await site.UntilAsync(
            "Default", async () => (await administrator.GetAsync("/Admin")).Text.Contains("Webhooks given up", StringComparison.Ordinal), () => { }, "for the dashboard to say so");
        await administrator.CreateEventAsync("Not even tried");

        Assert.Single(receiver.Came);
        receiver.AnswerWith(200, "back");
        var form = await administrator.GetAsync(log.Address + "/Edit");
        await administrator.SubmitAsync(form, "form:has([name=Url])", ("IsActive", "true"));
        await administrator.CreateEventAsync("Heard again");
        await site.UntilAsync("Default", () => Task.FromResult(receiver.Came.Count == 2), () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for the next message");
        Assert.Equal("Heard again", (string)receiver.Came.Last().Data["title"]!);
        Assert.DoesNotContain("Webhooks given up", (await administrator.GetAsync("/Admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_see_endpoints_and_bad_forms_come_back_filled()
    {
        await using var site = new TestSite();
        using var editor = await site.SignedInAsync("Editor", "hank");
        Assert.True((await editor.GetAsync("/Admin/Seminars/Webhooks")).IsForbidden());
        using var administrator = await site.AdministratorAsync();
        var form = await administrator.GetAsync("/Admin/Seminars/Webhooks/Create");

        foreach (var url in new[] { "http://example.org/hook", "https://user@example.org/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest", "ftp://example.org", "words" })
        {
            var answer = await administrator.SubmitAsync(form, "form:has([name=Url])", ("Url", url), ("Description", "Kept"));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("https://", answer.ErrorAt("Url"), StringComparison.Ordinal);
            Assert.Contains("at least one", answer.ErrorAt("Kinds"), StringComparison.Ordinal);
            Assert.Equal((url, "Kept"), (answer.Document.QuerySelector("[name=Url]")!.GetAttribute("value"), answer.Document.QuerySelector("[name=Description]")!.GetAttribute("value")));
        }
    }

    private static async Task<Hook> FirstAsync(TestSite site, HookReceiver receiver)
    {
        await site.UntilAsync("Default", () => Task.FromResult(!receiver.Came.IsEmpty), () => { }, "for the first message");
        return receiver.Came.First();
    }
}
