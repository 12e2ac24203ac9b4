using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Who sends too much, or is no person, gets nowhere; a hall full of people does.</summary>
public sealed class AbuseTests
{
    private const string Limits = "OrchardCore:InstituteCms_Abuse:";

    [Fact]
    public async Task Hall_behind_one_address_gets_through_in_one_moment()
    {
        await using var site = new TestSite { HostServices = Networks.Told };
        using var hall = site.Visit(Institute.Department);
        var form = await hall.GetAsync(Institute.OpenEvent + "/register");

        for (var person = 0; person < 300; person++)
        {
            Assert.Equal(HttpStatusCode.OK, (await hall.SubmitRegistrationAsync(form, $"person{person}@example.org", consent: null)).Status);
        }
    }

    [Fact]
    public async Task Too_many_from_one_address_are_told_when_to_come_back_and_lose_nothing()
    {
        await using var site = new TestSite { HostServices = Networks.Told, Settings = { [Limits + "RegistrationsPerAddressAndMinute"] = "3" } };
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await visitor.SubmitRegistrationAsync(form, $"fast{i}@example.org")).IsSeated());
        }

        var page = await visitor.SubmitRegistrationAsync(form, "fast3@example.org", "Patient <Person>");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(TimeSpan.FromSeconds(20), page.Response.Headers.RetryAfter!.Delta);
        Assert.Contains("send it again in 20 seconds", page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Patient <Person>", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Equal(3L, await StoredAsync(site));

        using var neighbour = site.Visit(Institute.Department).From("192.0.2.99");
        Assert.True((await neighbour.RegisterAsync("calm@example.org")).IsSeated());
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True((await visitor.SubmitRegistrationAsync(page, "fast3@example.org")).IsSeated());
    }

    [Fact]
    public async Task One_mail_address_and_one_event_are_counted_wherever_the_requests_come_from()
    {
        await using var site = new TestSite
        {
            HostServices = Networks.Told,
            Settings = { [Limits + "RegistrationsPerEmailAndHour"] = "2", [Limits + "LinksPerEventAndMinute"] = "2" },
        };
        var (mails, links) = (new List<HttpStatusCode>(), new List<HttpStatusCode>());
        for (var i = 1; i <= 3; i++)
        {
            using var visitor = site.Visit(Institute.Department).From($"198.51.100.{i}");
            mails.Add((await visitor.RegisterAsync("Same@example.org".Replace("S", i == 2 ? "s" : "S", StringComparison.Ordinal))).Status);
            links.Add((await visitor.AskForLinkAsync($"other{i}@example.org")).Status);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], mails);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], links);
    }

    [Fact]
    public async Task What_comes_faster_than_people_type_is_answered_and_not_kept()
    {
        await using var site = new TestSite { Settings = { [Limits + "LeastSeconds"] = "2" } };
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var program = await visitor.SubmitRegistrationAsync(form, "program@example.org");
        Assert.EndsWith("/register/sent", program.RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(0L, await StoredAsync(site));

        site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await visitor.SubmitRegistrationAsync(form, "person@example.org")).IsSeated());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Form_that_is_old_or_not_of_this_page_comes_back_filled_and_goes_through_the_second_time(bool old)
    {
        await using var site = new TestSite { Settings = { [Limits + "LeastSeconds"] = "2" } };
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        if (old)
        {
            site.Clock.Advance(TimeSpan.FromHours(25));
        }
        else
        {
            form.Document.QuerySelector("[name=FormStamp]")!.SetAttribute("value", "made-up");
        }

        var page = await visitor.SubmitRegistrationAsync(form, "slow@example.org");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("open for a long time", page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("slow@example.org", page.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        Assert.True((await visitor.SubmitRegistrationAsync(page, "slow@example.org")).IsSeated());
    }

    [Fact]
    public async Task Administrators_set_the_limits_and_editors_do_not()
    {
        const string address = "/Admin/Seminars/Abuse";
        await using var site = new TestSite();
        using var editor = await site.SignedInAsync("Editor", "limit-editor");
        Assert.True((await editor.GetAsync(address)).IsForbidden());

        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var bad = await administrator.SubmitAsync(await administrator.GetAsync(address), "form:has([name=LeastSeconds])", ("LinksPerEmailAndHour", "-1"));
        Assert.Contains("0 to 1000000", bad.Document.QuerySelector("[id=LinksPerEmailAndHour_error]")!.TextContent, StringComparison.Ordinal);

        await administrator.SubmitAsync(bad, "form:has([name=LeastSeconds])", ("RegistrationsPerEventAndMinute", "1"), ("LinksPerEmailAndHour", "6"));

        using var visitor = site.Visit(Institute.Department);
        Assert.True((await visitor.RegisterAsync("first@example.org")).IsSeated());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.RegisterAsync("second@example.org")).Status);
    }

    private static async Task<long> StoredAsync(TestSite site) =>
        (long)(await site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM RegistrationIndex"))!;
}
