using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Who gets into the admin, and who does not.</summary>
public sealed class SignInTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public SignInTests(TestSite site) => _site = site;

    [Fact]
    public async Task Stranger_is_asked_to_sign_in_and_comes_back()
    {
        using var visitor = _site.Visit();

        var asked = await visitor.GetAsync("/Admin");
        Assert.Contains("/Login", asked.RedirectsTo, StringComparison.Ordinal);
        var login = await visitor.FollowAsync(asked);
        var entered = await visitor.FollowAsync(await visitor.SignInOnAsync(login, "admin", TestSite.Password));

        Assert.Equal(HttpStatusCode.OK, entered.Status);
        Assert.StartsWith("/Admin", entered.Address, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var visitor = _site.Visit();
        await visitor.SignInAsync();
        var admin = await visitor.GetAsync("/Admin");

        await visitor.SubmitAsync(admin, "form[action*='LogOff']");

        Assert.Contains("/Login", (await visitor.GetAsync("/Admin")).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_name_are_told_alike()
    {
        using var visitor = _site.Visit();

        var wrong = await visitor.SignInAsync(password: "wrong wrong wrong");
        var unknown = await visitor.SignInAsync("nobody");

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        var said = wrong.SignInProblem();
        Assert.NotEmpty(said);
        Assert.Equal(said, unknown.SignInProblem());
    }

    [Fact]
    public async Task Guessing_locks_the_account_for_a_while()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit();
        // Orchard Core counts one further than it is told.
        for (var i = 0; i <= 5; i++)
        {
            await visitor.SignInAsync(password: "wrong wrong wrong");
        }

        // The right password opens nothing now. ASP.NET Core Identity ends the lock by the machine's own clock, which no test moves.
        var locked = await visitor.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.NotEmpty(locked.SignInProblem());
        Assert.NotNull((await visitor.GetAsync("/Admin")).RedirectsTo);
    }

    [Fact]
    public async Task Sign_in_leads_nowhere_else()
    {
        using var visitor = _site.Visit();
        var login = await visitor.GetAsync("/Login?ReturnUrl=https://evil.example/");

        var entered = await visitor.SignInOnAsync(login, "admin", TestSite.Password);

        Assert.DoesNotContain("evil", entered.RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_of_one_site_is_a_stranger_on_another()
    {
        using var institute = _site.Visit();
        await institute.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await institute.GetAsync("/Admin")).Status);

        var department = await institute.Http.GetAsync("/graspp/Admin", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, department.StatusCode);
        Assert.Contains("/graspp/Login", department.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
