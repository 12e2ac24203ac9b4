using System.Net;
using AngleSharp.Dom;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Pages;

/// <summary>Every page of the visitors' site, on the institute and on a department that lives under a prefix.</summary>
[Collection(SharedSite.Name)]
public sealed class PageTests
{
    private readonly TestSite _site;

    public PageTests(TestSite site) => _site = site;

    public static TheoryData<string, string> Pages => new()
    {
        { "", "/" }, { "", "/events" }, { "", "/events?past=true" }, { "", "/events?year=2019&language=en&words=peace" }, { "", Institute.Seminar }, { "", Institute.Seminar + "/register" },
        { "", "/speakers" }, { "", "/speakers/atul-khare" }, { "", "/reports" }, { "", Institute.Report },
        { "graspp", "/" }, { "graspp", "/events" }, { "graspp", "/events?past=true" }, { "graspp", Institute.OpenEvent }, { "graspp", Institute.OpenEvent + "/register" },
        { "graspp", "/speakers" }, { "graspp", "/speakers/hana-morikawa" }, { "graspp", "/reports" }, { "graspp", "/reports/who-checks-the-machine" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_is_whole_in_both_languages(string tenant, string path)
    {
        foreach (var language in new[] { "en", "ja" })
        {
            using var visitor = _site.Visit(tenant, language);

            var page = await visitor.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.False(string.IsNullOrWhiteSpace(page.Document.Title));
            Assert.Single(page.Document.QuerySelectorAll("main h1"));
            Assert.NotNull(page.Document.QuerySelector("main"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_stay_in_the_tenant_and_nothing_is_asked_of_third_parties(string tenant, string path)
    {
        using var visitor = _site.Visit(tenant);

        var page = await visitor.GetAsync(path);

        var local = page.Document.QuerySelectorAll("a[href^='/'], link[href^='/'], form[action^='/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).ToList();
        Assert.NotEmpty(local);
        if (tenant.Length > 0)
        {
            Assert.DoesNotContain(local, l => l != "/" + tenant && !l.StartsWith($"/{tenant}/", StringComparison.Ordinal) && !l.StartsWith($"/{tenant}?", StringComparison.Ordinal));
        }

        var loaded = page.Document.QuerySelectorAll("script[src], img[src], link[rel=stylesheet], iframe, video, audio").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? "");
        Assert.DoesNotContain(loaded, a => a.StartsWith("http", StringComparison.Ordinal) || a.StartsWith("//", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Browser_is_told_not_to_guess_frame_or_leak()
    {
        using var visitor = _site.Visit();

        foreach (var path in new[] { "/", "/Login", "/no-such-page" })
        {
            var headers = (await visitor.GetAsync(path)).Response.Headers;
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("frame-ancestors 'self'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Single(headers.GetValues("Referrer-Policy"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("graspp")]
    public async Task Style_sheet_may_be_kept_until_the_theme_changes(string tenant)
    {
        using var visitor = _site.Visit(tenant);
        var page = await visitor.GetAsync("/");

        var css = await visitor.GetAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, css.Status);
        Assert.Equal("text/css", css.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(css.Response.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(30));
        Assert.Contains("?v=", page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_somewhere()
    {
        foreach (var tenant in new[] { "", Institute.Department })
        {
            using var visitor = _site.Visit(tenant);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>(["/"]);
            var broken = new List<string>();

            while (open.TryDequeue(out var path) && seen.Count < 150)
            {
                var page = await visitor.FollowAsync(path);
                if (page.Status != HttpStatusCode.OK)
                {
                    broken.Add($"{path}: {page.Status}");
                    continue;
                }

                foreach (var link in page.Document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                {
                    if (seen.Add(link))
                    {
                        open.Enqueue(link);
                    }
                }
            }

            Assert.Empty(broken);
            Assert.True(seen.Count > 8);
        }
    }

    [Theory]
    [InlineData("", "/no-such-page")]
    [InlineData("", "/events/no-such-event")]
    [InlineData("", "/events/no-such-event/register")]
    [InlineData("", "/speakers/nobody")]
    [InlineData("", "/reports/none")]
    [InlineData("", "/registrations/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("", "/registrations/..%2f..%2fetc")]
    [InlineData("graspp", "/no-such-page")]
    [InlineData("graspp", "/registrations/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Unknown_address_is_a_themed_404(string tenant, string path)
    {
        using var visitor = _site.Visit(tenant);
        visitor.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Document.QuerySelector("header nav a[href$='/events']"));
        Assert.NotNull(page.Document.QuerySelector("main h1"));
    }

    [Fact]
    public async Task Closed_registration_is_said_where_somebody_might_ask()
    {
        using var visitor = _site.Visit();

        foreach (var path in new[] { Institute.Seminar, Institute.Seminar + "/register" })
        {
            var page = await visitor.GetAsync(path);
            Assert.NotNull(page.Document.QuerySelector(".availability--closed, .availability--ended"));
            Assert.Null(page.Document.QuerySelector("main form[method=post]"));
        }
    }

    [Fact]
    public async Task Language_is_chosen_once_and_kept()
    {
        using var visitor = _site.Visit();

        var chosen = await visitor.GetAsync("/language/ja?returnUrl=/events");
        var page = await visitor.FollowAsync(chosen);

        Assert.Equal("/events", page.Address);
        Assert.Equal("ja", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Language_switch_leads_nowhere_else(string returnUrl)
    {
        using var visitor = _site.Visit();

        var page = await visitor.GetAsync("/language/ja?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.DoesNotContain("evil", page.RedirectsTo ?? "", StringComparison.Ordinal);
    }
}
