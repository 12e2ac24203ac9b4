using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>"It is erased 90 days after the event": everywhere, and not before.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Registrants_are_forgotten_and_their_number_is_not()
    {
        const string tenant = Institute.DepartmentTenant;
        await using var site = new TestSite();
        using (var visitor = site.Visit(Institute.Department))
        {
            await visitor.RegisterAsync("forget@example.org", "Forgetful Person");
        }

        await site.MailAsync(tenant, "forget@example.org", atLeast: 1);
        site.Clock.Advance(TimeSpan.FromDays(89)); // The event is still to come at the start of this time.
        Assert.True(await site.CountAsync(tenant, "forget@example.org") > 0);

        await site.UntilAsync(tenant,
            async () => await site.CountAsync(tenant, "forget@example.org") == 0,
            () => site.Clock.Advance(TimeSpan.FromDays(1)),
            "for the address to be erased");

        Assert.Equal(0, await site.CountAsync(tenant, "Forgetful"));
        Assert.Equal(1L, await site.AskAsync(tenant, "SELECT COUNT(*) FROM RegistrationIndex WHERE Status = 'Confirmed'"));
        Assert.Equal(1L, await site.AskAsync(tenant, "SELECT SeatsTaken FROM EventSeats"));
    }
}
