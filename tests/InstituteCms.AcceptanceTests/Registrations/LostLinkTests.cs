using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>A link that was lost comes back to its owner, and tells nobody else anything; one that others may know is ended.</summary>
public sealed partial class LostLinkTests
{
    private static readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int _asked;

    [Fact]
    public async Task Answer_is_the_same_for_strangers_and_given_before_anybody_is_looked_for()
    {
        await using var site = new TestSite
        {
            HostServices = host => new OrchardCoreBuilder(host).ConfigureServices(
                tenant => tenant.Replace(ServiceDescriptor.Scoped<LostLinks>(services => ActivatorUtilities.CreateInstance<HeldLinks>(services))), order: 1000),
        };
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("Known@example.org");
        await site.MailAsync(Institute.DepartmentTenant, "Known@example.org", atLeast: 1);
        site.Clock.Advance(LostLinks.Pause);

        var known = await visitor.AskForLinkAsync(" known@EXAMPLE.org");
        var unknown = await visitor.AskForLinkAsync("unknown@example.org");

        Assert.Equal(Said(known), Said(unknown));
        Assert.EndsWith("/register/link/sent", known.RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(1L, await site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM OutboxIndex"));

        _held.SetResult();
        var mail = (await site.MailAsync(Institute.DepartmentTenant, "Known@example.org", atLeast: 2))[^1];
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Link().Match(mail.TextBody!).Value)).Status);
        await site.UntilAsync(Institute.DepartmentTenant, () => Task.FromResult(Volatile.Read(ref _asked) == 2), () => { }, "for both to be looked for");
        Assert.Equal(0, await site.CountAsync(Institute.DepartmentTenant, "unknown@example.org"));
        Assert.Equal(2L, await site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM OutboxIndex"));
    }

    [Fact]
    public async Task Old_links_end_when_a_new_one_is_made_and_not_before()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        var old = (await visitor.RegisterAsync("careful@example.org")).RedirectsTo!;
        var ask = await visitor.GetAsync(old + "/link");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(old)).Status);

        var renewed = await visitor.SubmitAsync(ask, "main form[method=post]");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(ask, "main form[method=post]")).Status);
        Assert.Contains("You are registered.", (await visitor.FollowAsync(renewed)).Text, StringComparison.Ordinal);
        var mail = (await site.MailAsync(Institute.DepartmentTenant, "careful@example.org", atLeast: 2)).Select(m => Link().Match(m.TextBody!).Value);
        Assert.Contains(mail, link => link.EndsWith(renewed.RedirectsTo!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mistyped_address_is_said_at_its_field()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department, "ja");

        var page = await visitor.AskForLinkAsync("not an address");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Document.QuerySelector("#Form_Email_error")!.TextContent, letter => letter is >= 'ぁ' and <= '龥');
        Assert.Equal("not an address", page.Document.QuerySelector("#Form_Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_page_whose_address_is_a_secret_keeps_it()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        var personal = (await visitor.RegisterAsync("secret@example.org")).RedirectsTo!;

        Assert.True(PersonalRoutes().Count() >= 3);
        foreach (var (method, template) in PersonalRoutes())
        {
            var path = Placeholder().Replace(template.Replace("registrations/{token}", personal, StringComparison.Ordinal), "any");
            using var request = new HttpRequestMessage(method, path);
            using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
            if (method != HttpMethod.Get && answer.StatusCode == HttpStatusCode.BadRequest)
            {
                continue; // Without its form's token it came to nothing.
            }

            Assert.True(answer.Headers.CacheControl?.NoStore, $"{method} {template}: may be stored");
            Assert.True(answer.Headers.TryGetValues("Referrer-Policy", out var referrer) && referrer.Single() == "no-referrer", $"{method} {template}: tells the next site");
            Assert.True(answer.Headers.TryGetValues("X-Robots-Tag", out var robots) && robots.Single().Contains("noindex", StringComparison.Ordinal), $"{method} {template}: may be found");
        }
    }

    [Fact]
    public void Every_action_behind_a_secret_address_says_so() =>
        Assert.All(Actions().Where(action => IsPersonal(action.Route)), action => Assert.True(
            action.Method.GetCustomAttribute<PersonalPageAttribute>() is not null, action.Method.Name));

    private static IEnumerable<(HttpMethod Method, string Template)> PersonalRoutes() =>
        Actions().Where(action => IsPersonal(action.Route)).Select(action => (HttpMethod.Parse(action.Route.HttpMethods.Single()), action.Route.Template!));

    private static bool IsPersonal(HttpMethodAttribute route) => route.Template?.StartsWith("registrations/{token}", StringComparison.Ordinal) == true;

    private static IEnumerable<(MethodInfo Method, HttpMethodAttribute Route)> Actions() =>
        typeof(RegistrationController).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Controller", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<HttpMethodAttribute>().Select(route => (method, route)));

    /// <summary>Everything that an answer says, but for the moment.</summary>
    private static string Said(Page page) => string.Join('\n',
        page.Response.Headers.Concat(page.Response.Content.Headers).Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Prepend($"{page.Status}").Append(page.Html));

    [GeneratedRegex("https?://[^ ]+/registrations/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    /// <summary>Looks for nobody until it is let go.</summary>
    private sealed class HeldLinks(
        YesSql.ISession session, OrchardCore.ContentManagement.IContentManager contents, PersonalLinks links, RegistrationMail mail, MailOutbox outbox,
        OrchardCore.Modules.IClock clock, Microsoft.Extensions.Logging.ILogger<LostLinks> logger)
        : LostLinks(session, contents, links, mail, outbox, clock, logger)
    {
        public override async Task MailAsync(string eventId, string email)
        {
            await _held.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await base.MailAsync(eventId, email);
            Interlocked.Increment(ref _asked);
        }
    }
}
