using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Seeds;

/// <summary>Every fact of the institute's own page stands on the site, on the page it belongs to and in the order of the talk.</summary>
[Collection(SharedSite.Name)]
public sealed class SeminarFactsTests
{
    private readonly TestSite _site;

    public SeminarFactsTests(TestSite site) => _site = site;

    public static TheoryData<string, string> Pages => new()
    {
        { "event", Institute.Seminar },
        { "report", Institute.Report },
        { "speaker:atul-khare", "/speakers/atul-khare" },
        { "speaker:fumio-iwai", "/speakers/fumio-iwai" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_holds_all_its_facts(string name, string path)
    {
        var facts = Facts(name);
        using var visitor = _site.Visit();

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(facts);
        var words = Fold(page.Text);
        Assert.All(facts, f => Assert.Contains(Fold(f), words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Checklist_covers_the_whole_page()
    {
        Assert.True(Pages.Sum(p => Facts(p.Data.Item1).Count) >= 120);
    }

    private static List<string> Facts(string page) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Seeds", "seminar-facts.txt"))
            .Select(l => l.Split('\t'))
            .Where(f => f.Length == 2 && f[0] == page)
            .Select(f => f[1])
            .ToList();

    // Times are set with an en dash and words with typographic quotes; the checklist need not care.
    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('–', '-').Replace('’', '\'').Replace('“', '"').Replace('”', '"');
}
