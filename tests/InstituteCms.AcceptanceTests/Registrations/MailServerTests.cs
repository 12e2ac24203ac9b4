using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>A mail server that is down delays mail, not registrations.</summary>
public sealed class MailServerTests
{
    private const string Tenant = Institute.DepartmentTenant;

    [Fact]
    public async Task Mail_waits_for_the_server_to_come_back()
    {
        var port = SmtpSink.FreePort();
        await using var site = SiteWithMailServerAt(port);
        using var visitor = site.Visit(Institute.Department);
        Assert.True((await visitor.RegisterAsync("patient@example.org")).IsSeated());
        await site.UntilAsync(Tenant, () => HasStatusAsync(site, "Retrying"), () => { }, "for the first attempt to fail");

        using var server = new SmtpSink(port);
        await site.UntilAsync(Tenant, () => HasStatusAsync(site, "Sent"), () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for the mail to be sent");

        Assert.Contains("patient@example.org", Assert.Single(server.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_is_given_up_in_the_end_and_the_seat_is_kept()
    {
        await using var site = SiteWithMailServerAt(SmtpSink.FreePort());
        using var visitor = site.Visit(Institute.Department);
        var seated = await visitor.RegisterAsync("unreached@example.org");

        await site.UntilAsync(Tenant, () => HasStatusAsync(site, "Failed"), () => site.Clock.Advance(TimeSpan.FromHours(7)), "for the mail to be given up");

        Assert.True(seated.IsSeated());
        Assert.Equal(1L, await site.AskAsync(Tenant, "SELECT SeatsTaken FROM EventSeats"));
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var card = (await administrator.GetAsync("/Admin")).Document.QuerySelectorAll(".card").Single(c => c.QuerySelector("h2")?.TextContent == "Mail that did not arrive");
        Assert.Equal("1", card.QuerySelector(".badge")!.TextContent);
        Assert.Contains("unreached@example.org", card.TextContent, StringComparison.Ordinal);
    }

    private static TestSite SiteWithMailServerAt(int port) => new()
    {
        Settings = new()
        {
            ["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "Network",
            ["OrchardCore:OrchardCore_Email_Smtp:Host"] = "127.0.0.1",
            ["OrchardCore:OrchardCore_Email_Smtp:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["OrchardCore:OrchardCore_Email_Smtp:DefaultSender"] = "seminars@example.org",
        },
    };

    private static async Task<bool> HasStatusAsync(TestSite site, string status) =>
        (string?)await site.AskAsync(Tenant, "SELECT Status FROM OutboxIndex") == status;
}
