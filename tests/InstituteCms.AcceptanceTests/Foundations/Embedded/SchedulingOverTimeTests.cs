using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations.Embedded;

/// <summary>Set times hold where the clocks change, and over a host that did not run when they came.</summary>
public sealed class SchedulingOverTimeTests
{
    private const string PublishAt = "PublishLaterPart.ScheduledPublishLocalDateTime";
    private const string TakeOffAt = "ArchiveLaterPart.ScheduledArchiveLocalDateTime";

    [Theory]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z")] // The clocks show it twice: the first passing.
    [InlineData("2027-03-28T03:00", "2027-03-28T01:00Z")] // The first minute after the hour that is skipped.
    public async Task Minute_beside_a_change_of_clocks_is_the_one_meant(string local, string utc)
    {
        var due = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
        var data = await StopAfterAsync((PublishAt, local));

        await using var site = Restart(data, due.AddMinutes(-3));
        using var visitor = site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/over-time")).Status);
        await UntilAsync(site, visitor, HttpStatusCode.OK);

        Assert.InRange(site.Clock.GetUtcNow(), due, due.AddMinutes(3));
    }

    [Fact]
    public async Task What_came_while_the_host_stood_still_is_done_when_it_runs_again()
    {
        var data = await StopAfterAsync((PublishAt, "2026-05-20T09:00"), (TakeOffAt, "2026-06-20T09:00"));

        await using (var late = Restart(data, new(2026, 5, 25, 0, 0, 0, TimeSpan.Zero), leaveData: true))
        {
            using var visitor = late.Visit();
            await UntilAsync(late, visitor, HttpStatusCode.OK);
        }

        await using var later = Restart(data, new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        using var again = later.Visit();
        await UntilAsync(later, again, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Both_times_missed_leave_the_page_off_the_site()
    {
        var data = await StopAfterAsync((PublishAt, "2026-05-20T09:00"), (TakeOffAt, "2026-06-20T09:00"));

        await using var site = Restart(data, new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        using var visitor = site.Visit();
        await visitor.GetAsync("/");
        await site.UntilAsync(
            "Default",
            async () => await site.AskAsync("Default", "SELECT (SELECT COUNT(*) FROM PublishLaterPartIndex) + (SELECT COUNT(*) FROM ArchiveLaterPartIndex)") is 0L,
            () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
            "for no set time to be left");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/over-time")).Status);
    }

    /// <summary>A site whose clocks stand in Vienna, with a draft that has these times; it is stopped.</summary>
    private static async Task<string> StopAfterAsync(params (string Name, string? Value)[] times)
    {
        await using var site = new TestSite { LeaveData = true };
        using var editor = site.Visit();
        await editor.SignInAsync();
        await editor.SubmitAsync(await editor.GetAsync("/Admin/Settings/General"), "form:has([name=TimeZoneId])", ("TimeZoneId", "Europe/Vienna"));
        await editor.CreateEventAsync("Over time", "submit.Save", times);
        return site.Data;
    }

    private static TestSite Restart(string data, DateTimeOffset now, bool leaveData = false)
    {
        var site = new TestSite { Data = data, LeaveData = leaveData };
        site.Clock.SetUtcNow(now);
        return site;
    }

    private static Task UntilAsync(TestSite site, Visitor visitor, HttpStatusCode status) => site.UntilAsync(
        "Default",
        async () => (await visitor.GetAsync("/events/over-time")).Status == status,
        () => site.Clock.Advance(TimeSpan.FromMinutes(1)),
        $"for /events/over-time to answer {status}");
}
