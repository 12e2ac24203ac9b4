using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Whatever mood the mail server is in: every mail arrives once, or somebody sees why it did not.</summary>
public sealed class MailDeliveryTests
{
    private const string Tenant = Institute.DepartmentTenant;

    private readonly int _port = SmtpSink.FreePort();

    [Fact]
    public async Task Server_that_asks_for_patience_gets_each_mail_once()
    {
        using var server = new MailServer(_port) { ToRecipient = _ => "451 4.7.1 Come back later" };
        await using var site = Site();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("grey@example.org");
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Retrying") == 1, () => { }, "for the server to refuse");
        Assert.Equal(1, await site.CountAsync(Tenant, "4.7.1 Come back later"));

        server.ToRecipient = _ => "250 welcome";
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sent") == 1, () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for the mail to be sent");

        Assert.Single(server.Taken);
        Assert.Equal(0, await site.CountAsync(Tenant, "4.7.1 Come back later"));
    }

    [Fact]
    public async Task Address_that_is_refused_fails_at_once_is_shown_and_is_tried_again_by_hand()
    {
        using var server = new MailServer(_port) { ToRecipient = address => address == "nobody@example.org" ? "550 5.1.1 No such user here" : "250 welcome" };
        await using var site = Site();
        using var visitor = site.Visit(Institute.Department);
        using var other = site.Visit(Institute.Department);
        await visitor.RegisterAsync("nobody@example.org", "Nora Nobody");
        await other.RegisterAsync("somebody@example.org", "Simon Somebody");
        await site.UntilAsync(
            Tenant, async () => await CountAsync(site, "Failed") == 1 && await CountAsync(site, "Sent") == 1, () => site.Clock.Advance(TimeSpan.FromHours(1)), "for both ends");
        Assert.Equal(1, server.Asked["nobody@example.org"]);

        using var editor = site.Visit(Institute.Department);
        await editor.SignInAsync();
        var failed = (await editor.GetAsync("/Admin")).Document.QuerySelector("a[href*='/Mail?status=Failed']")!.GetAttribute("href")!;
        var page = await editor.GetAsync(failed);
        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("Nora Nobody", row, StringComparison.Ordinal);
        Assert.Contains("there is no such address", row, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 No such user here", row, StringComparison.Ordinal);
        Assert.Equal(2, (await editor.GetAsync(failed.Split('?')[0])).Document.QuerySelectorAll("tbody tr").Length);

        server.ToRecipient = _ => "250 welcome";
        var done = await editor.FollowAsync(await editor.SubmitAsync(page, "tbody form"));
        Assert.Contains("1 mail is tried again now.", done.Text, StringComparison.Ordinal);
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sent") == 2, () => { }, "for the second try");
        Assert.Equal(["nobody@example.org", "somebody@example.org"], server.Taken.Select(mail => mail.To.Mailboxes.Single().Address).Order());

        using var stranger = site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(failed)).Status);
    }

    [Fact]
    public async Task Slow_server_is_waited_for_and_gets_the_mail_once()
    {
        var thinks = new TaskCompletionSource<string?>();
        using var server = new MailServer(_port) { ToMail = () => thinks.Task };
        await using var site = Site();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("slow@example.org");
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sending") == 1, () => { }, "for the mail to be on its way");

        thinks.SetResult("250 taken, after all");
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sent") == 1, () => site.Clock.Advance(TimeSpan.FromSeconds(1)), "for the answer");

        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Mails_that_waited_for_a_server_are_all_sent_once_when_it_is_back()
    {
        await using var site = Site();
        string[] people = ["a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org"];
        foreach (var person in people)
        {
            using var visitor = site.Visit(Institute.Department);
            await visitor.RegisterAsync(person);
        }

        await site.UntilAsync(Tenant, async () => await site.CountAsync(Tenant, "\"Troubles\":3") > 0, () => site.Clock.Advance(TimeSpan.FromMinutes(5)), "for several tries");
        Assert.Equal(0, await site.CountAsync(Tenant, "\"Attempts\":1"));
        using var server = new MailServer(_port);
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sent") == people.Length, () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for all mails");

        Assert.Equal(people, server.Taken.Select(mail => mail.To.Mailboxes.Single().Address).Order());
    }

    [Fact]
    public async Task Second_delivery_of_a_mail_is_known_by_its_message_id()
    {
        using var server = new MailServer(_port) { ToMail = () => Task.FromResult<string?>(null) };
        await using var site = Site();
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("twice@example.org");
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Retrying") == 1, () => { }, "for the broken connection");

        server.ToMail = () => Task.FromResult<string?>("250 taken");
        await site.UntilAsync(Tenant, async () => await CountAsync(site, "Sent") == 1, () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for the second delivery");

        Assert.Equal(2, server.Taken.Count);
        Assert.EndsWith("@example.org", Assert.Single(server.Taken.Select(mail => mail.MessageId).Distinct()), StringComparison.Ordinal);
        Assert.All(server.Taken, mail => Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]));
    }

    private static async Task<long> CountAsync(TestSite site, string status) =>
        (long)(await site.AskAsync(Tenant, $"SELECT COUNT(*) FROM OutboxIndex WHERE Status = '{status}'"))!;

    private TestSite Site() => new()
    {
        Settings = new()
        {
            ["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "Network",
            ["OrchardCore:OrchardCore_Email_Smtp:Host"] = "127.0.0.1",
            ["OrchardCore:OrchardCore_Email_Smtp:Port"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["OrchardCore:OrchardCore_Email_Smtp:DefaultSender"] = "seminars@example.org",
        },
    };
}
