using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Those registered are reminded once, and not at all if they do not want it.</summary>
public sealed class ReminderTests
{
    private const string Tenant = Institute.DepartmentTenant;
    private const string Address = "/events/reminded-of";

    [Fact]
    public async Task Reminder_comes_once_to_those_who_want_it_and_says_how_to_stop_them()
    {
        await using var site = new TestSite();
        using var editor = site.Visit(Institute.Department);
        await editor.SignInAsync();
        var start = site.Clock.GetUtcNow().AddDays(3);
        await editor.CreateEventAsync("Reminded of", changes:
        [
            ("RegistrationPart.Enabled", "true"), ("RegistrationPart.Purpose", "To plan the room."), ("RegistrationPart.ReminderHours", "24"), ("EventPart.TimeZoneId", "Etc/UTC"),
            ("EventPart.StartLocal", Local(start)), ("EventPart.EndLocal", Local(start.AddHours(2))),
        ]);
        using var keen = site.Visit(Institute.Department);
        using var calm = site.Visit(Institute.Department);
        await keen.RegisterAsync("keen@example.org", @event: Address);
        var personal = await calm.FollowAsync(await calm.RegisterAsync("calm@example.org", @event: Address));
        await calm.SubmitAsync(personal, "form[action$='/mails']", ("reminder", null));

        site.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(10));
        await site.UntilAsync(Tenant, async () => await MarksAsync(site, "Reminder.%") == 1, () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for the reminder");
        var mails = await site.MailAsync(Tenant, "keen@example.org", 2);
        await site.UntilAsync(Tenant, () => Task.FromResult(site.Clock.GetUtcNow() > start.AddHours(-20)), () => site.Clock.Advance(TimeSpan.FromMinutes(30)), "for hours to pass");

        Assert.Equal(2, (await site.MailAsync(Tenant, "keen@example.org", 2)).Count);
        Assert.Single(await site.MailAsync(Tenant, "calm@example.org", 1));
        var reminder = mails[1];
        Assert.Equal("Reminder: Reminded of", reminder.Subject);
        Assert.Contains("When: ", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("To cancel, ", reminder.TextBody, StringComparison.Ordinal);

        var stop = reminder.TextBody!.Split('\n').Single(line => line.StartsWith("To get no more", StringComparison.Ordinal)).Split(": ", 2)[1].Trim();
        using var stopping = new StringContent("List-Unsubscribe=One-Click", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var robot = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await robot.GetAsync(new Uri(stop).PathAndQuery, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(1, await MarksAsync(site, "NoReminder"));
        Assert.Equal(HttpStatusCode.OK, (await robot.PostAsync(new Uri(stop).PathAndQuery, stopping, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(2, await MarksAsync(site, "NoReminder"));
        Assert.Equal(HttpStatusCode.NotFound, (await robot.GetAsync(new Uri(stop + "x").PathAndQuery, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string Local(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<long> MarksAsync(TestSite site, string mark) =>
        (long)(await site.AskAsync(Tenant, $"SELECT COUNT(*) FROM RegistrationMailMark WHERE Mark LIKE '{mark}'"))!;
}
