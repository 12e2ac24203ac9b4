using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>People who register in the same moment, and share a commit.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task Those_who_come_together_fare_as_those_who_come_one_after_the_other()
    {
        var company = new Company("Bea");
        await using var site = new TestSite
        {
            HostServices = host => new OrchardCoreBuilder(host).ConfigureServices(
                tenant => tenant.AddSingleton(company).Replace(ServiceDescriptor.Scoped<SeatLedger, BusyLedger>()), order: 1000),
        };
        using var organizer = site.Visit(Institute.Department);
        using var visitor = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Come together", ("RegistrationPart.Capacity", "2"), ("RegistrationPart.MaxParty", "2"), ("RegistrationPart.WaitlistLength", "2"));
        const string path = "/events/come-together";
        await visitor.RegisterAsync("xena@example.org", "Xena", path);
        await visitor.SubmitAsync( // One seat is free: too few for these two, who wait.
            await visitor.GetAsync(path + "/register"), "main form[method=post]", ("Form.Name", "Pat"), ("Form.Email", "pat@example.org"), ("Form.Guests", "1"), ("Form.Consent", "true"));

        company.Comes = true;
        await visitor.RegisterAsync("ann@example.org", "Ann", path);
        await company.Registered;

        // Ann fits, and gets the seat; so there is room in the line for Bea.
        var list = await organizer.GetAsync(desk + "/Export");
        Assert.Matches("Pat,pat@example.org,.*Waitlisted", list.Html);
        Assert.Matches("Ann,ann@example.org,.*Confirmed", list.Html);
        Assert.Matches("Bea,bea@example.org,.*Waitlisted", list.Html);
    }

    /// <summary>Somebody who comes while another's registration waits for the event's lock.</summary>
    private sealed class Company(string name)
    {
        public bool Comes { get; set; }

        public Task Registered { get; private set; } = Task.CompletedTask;

        public void Join(string eventId)
        {
            if (Comes)
            {
                Comes = false;
                Registered = ShellScope.UsingChildScopeAsync(scope => scope.ServiceProvider.GetRequiredService<RegistrationDesk>().RegisterAsync(
                    eventId, new Registrant(name, $"{name.ToLowerInvariant()}@example.org", "", "en", new PrivacyNotice("", ""), [])));
            }
        }
    }

    private sealed class BusyLedger(ISession session, Company company) : SeatLedger(session)
    {
        public override Task LockAsync(string eventId)
        {
            company.Join(eventId);
            return base.LockAsync(eventId);
        }
    }
}
