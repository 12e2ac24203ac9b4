using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Registrations as a workbook and as a list that was filtered first.</summary>
public sealed class ExportTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public ExportTests(TestSite site) => _site = site;

    [Fact]
    public async Task Workbook_holds_answers_and_times_and_no_formula()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync("A workbook", Asking.Row(0, "=Which talk?", "ShortText"));
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(path + "/register");
        await visitor.AnswerAsync(form, "wide@example.org", (form.FieldOf("Which talk?"), "＝1+1"), ("Form.Name", "\u0001+Wide"));

        var rows = Read(await FileAsync(editor, "A workbook", "/Xlsx"));

        Assert.Equal(2, rows.Count);
        var row = rows[0].Zip(rows[1]).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(("'+Wide", "wide@example.org", "Confirmed", "1", "'＝1+1"), (row["Name"], row["E-mail"], row["Status"], row["Seats wanted"], row["'=Which talk?"]));
        var registered = DateTime.FromOADate(double.Parse(row["Registered (Asia/Tokyo)"], CultureInfo.InvariantCulture));
        Assert.Equal(_site.Clock.GetUtcNow().UtcDateTime.AddHours(9), registered, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Filtered_list_is_exported_as_it_is_shown()
    {
        using var editor = await EditorAsync();
        var path = await editor.CreateAskingAsync("A filter");
        using var visitor = _site.Visit(Institute.Department);
        foreach (var name in new[] { "Aiko Found", "Ben Missed" })
        {
            await visitor.AnswerAsync(await visitor.GetAsync(path + "/register"), name.Replace(' ', '.') + "@example.org", ("Form.Name", name));
        }

        var shown = await editor.GetAsync(await AddressAsync(editor, "A filter") + "?search=found");
        var link = shown.Document.QuerySelectorAll("main a[href*='/Export']").First(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        var found = await editor.GetAsync(link);
        var waiting = await editor.GetAsync(await AddressAsync(editor, "A filter") + "/Export?status=Waitlisted");
        var all = await editor.GetAsync(await AddressAsync(editor, "A filter") + "/Export");

        Assert.Contains("Aiko Found", found.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben Missed", found.Html, StringComparison.Ordinal);
        Assert.EndsWith("-selection.csv", found.Response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", waiting.Html, StringComparison.Ordinal);
        Assert.Contains("Ben Missed", all.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(await AddressAsync(editor, "A filter") + "/Export?status=Nonsense")).Status);
    }

    private static List<List<string>> Read(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        return [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
    }

    private static async Task<byte[]> FileAsync(Visitor editor, string title, string kind)
    {
        var answer = await editor.GetAsync(await AddressAsync(editor, title) + "/Export" + kind);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> AddressAsync(Visitor editor, string title) =>
        $"/Admin/Seminars/Registrations/{(await editor.EditAddressAsync("Event", title)).Split('/')[^2]}";

    private async Task<Visitor> EditorAsync()
    {
        var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        return editor;
    }
}
