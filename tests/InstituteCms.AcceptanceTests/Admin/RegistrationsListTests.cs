using System.Net;
using CsvHelper;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using static System.Globalization.CultureInfo;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>What an organizer sees of an event's registrations, and takes home as a file.</summary>
public sealed class RegistrationsListTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public RegistrationsListTests(TestSite site) => _site = site;

    [Fact]
    public async Task Editor_sees_who_registered_and_exports_them_safely()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("formula@example.org", "=1+1");
        await visitor.RegisterAsync("wide@example.org", "＝HYPERLINK(\"x\")");
        await visitor.RegisterAsync("kanji@example.org", "山田 花子");
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();

        var list = await editor.GetAsync(await ListAddressAsync(editor));

        Assert.Contains("kanji@example.org", list.Text, StringComparison.Ordinal);
        Assert.Contains("山田 花子", list.Text, StringComparison.Ordinal);
        var export = await editor.Http.GetAsync(list.Document.QuerySelectorAll("a").First(a => a.GetAttribute("href")?.Contains("xport", StringComparison.Ordinal) == true).GetAttribute("href"), TestContext.Current.CancellationToken);
        var bytes = await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes)), InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.DoesNotContain(rows.SelectMany(r => r.Values).OfType<string>(), v => v.Length > 0 && "=+-@＝＋－＠\t\r".Contains(v[0]));
        Assert.Contains(rows.SelectMany(r => r.Values).OfType<string>(), v => v.Contains("山田 花子", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        var address = await ListAddressAsync(editor);

        using var stranger = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(address)).Status);
    }

    private static async Task<string> ListAddressAsync(Visitor editor)
    {
        var list = await editor.GetAsync("/Admin/Contents/ContentItems/Event");
        var id = (await editor.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];
        return list.Document.QuerySelector($"a[href*='egistrations'][href*='{id}']")!.GetAttribute("href")!;
    }
}
