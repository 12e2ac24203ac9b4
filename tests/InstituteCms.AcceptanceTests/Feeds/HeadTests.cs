using System.Text.Json;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Pages;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Feeds;

/// <summary>What a page tells machines about itself.</summary>
[Collection(SharedSite.Name)]
public sealed class HeadTests
{
    private readonly TestSite _site;

    public HeadTests(TestSite site) => _site = site;

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    public async Task Head_holds_no_gap_that_was_not_filled(string tenant, string path)
    {
        using var visitor = _site.Visit(tenant);

        var page = await visitor.GetAsync(path);

        Assert.DoesNotContain("{0}", page.Document.Head!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_cannot_end_the_structured_data()
    {
        const string title = "Sums </script><script>document.title='owned'</script>";
        await using var site = new TestSite();
        using var editor = site.Visit();
        await editor.SignInAsync();
        await editor.CreateEventAsync(title);
        using var visitor = site.Visit();
        var list = await visitor.GetAsync("/events");

        var page = await visitor.GetAsync(list.Document.QuerySelector("a[href*='/events/sums']")!.GetAttribute("href")!);

        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(title, data.RootElement.GetProperty("name").GetString());
        Assert.DoesNotContain(page.Document.Scripts, script => script.TextContent.StartsWith("document.title", StringComparison.Ordinal));
    }
}
