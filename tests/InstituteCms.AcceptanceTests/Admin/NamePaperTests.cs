using System.Net;
using System.Text;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Names on paper, read back by another library than the one that writes them.</summary>
public sealed class NamePaperTests : IClassFixture<TestSite>
{
    private const float Millimetre = 72 / 25.4f;

    private readonly TestSite _site;

    public NamePaperTests(TestSite site) => _site = site;

    [Fact]
    public async Task List_names_everybody_who_comes_in_whatever_script_and_nobody_who_cancelled()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed names", ("RegistrationPart.MaxParty", "3"));
        await RegisterAsync("printed-names", "山田 太郎", "amy@example.org", "早稲田大学 国際教養学部", ("Form.Guests", "1"), ("Form.Companions", "髙﨑 花子"));
        await RegisterAsync("printed-names", "Łukasz Çelik-Ñandú", "luk@example.org", "Example University");
        await RegisterAsync("printed-names", "Gone Already", "gone@example.org", "Example University");
        await CancelAsync(organizer, desk, "gone");

        using var file = await FileAsync(organizer, desk + "/NameList");

        var text = Read(file);
        Assert.Contains("山田太郎", text, StringComparison.Ordinal);
        Assert.Contains("With髙﨑花子", text, StringComparison.Ordinal);
        Assert.Contains("早稲田大学国際教養学部", text, StringComparison.Ordinal);
        Assert.Contains("ŁukaszÇelik-Ñandú", text, StringComparison.Ordinal);
        Assert.Contains("Printednames", text, StringComparison.Ordinal);
        Assert.Contains("UTC+9", text, StringComparison.Ordinal);
        Assert.Contains("Total:2registrations,3people", text, StringComparison.Ordinal);
        Assert.Contains("Page1of1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.Contains(file.GetPage(1).GetMarkedContents(), content => content.ActualText == "山"); // What is copied is the letter, not the radical of its look.
        Assert.DoesNotContain("山田太郎", Read(await FileAsync(organizer, desk + "/NameList?search=luk")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_has_its_pages_numbered_and_names_sorted()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed pages");
        var names = Enumerable.Range(1, 60).Select(i => $"Person {i:00}").ToArray();
        foreach (var name in names.Reverse())
        {
            await RegisterAsync("printed-pages", name, name.Replace(' ', '.') + "@example.org", "");
        }

        using var file = await FileAsync(organizer, desk + "/NameList");

        var text = Read(file);
        Assert.True(file.NumberOfPages > 1);
        Assert.Contains($"Page{file.NumberOfPages}of{file.NumberOfPages}", text, StringComparison.Ordinal);
        var places = names.Select(name => text.IndexOf(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Cards_hold_each_person_and_companion_and_no_letter_is_cut()
    {
        var longName = string.Concat(Enumerable.Repeat("寿限無五劫の擦り切れ", 19));
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed cards", ("RegistrationPart.MaxParty", "3"));
        await RegisterAsync("printed-cards", longName, "long@example.org", new string('W', 150));
        await RegisterAsync("printed-cards", "佐藤 健", "sato@example.org", "", ("Form.Guests", "2"), ("Form.Companions", "鈴木 一郎\nBen Ng"));
        await RegisterAsync("printed-cards", "Gone Already", "gone@example.org", "");
        await CancelAsync(organizer, desk, "gone");

        using var file = await FileAsync(organizer, desk + "/NameCards");

        var text = Read(file);
        Assert.All([longName, "佐藤健", "鈴木一郎", "BenNg", new string('W', 150)], name => Assert.Contains(name, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Gone", text, StringComparison.Ordinal);
        Assert.Equal(4, Occurrences(text, "Printedcards"));
        Assert.All(file.GetPage(1).Letters, letter => Assert.True(IsInsideOfCard(letter), $"{letter.Value} at {letter.StartBaseLine}"));
    }

    [Fact]
    public async Task Those_who_are_ticked_are_printed_alone()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed ticks");
        await RegisterAsync("printed-ticks", "Ann Ticked", "ann@example.org", "");
        await RegisterAsync("printed-ticks", "Bob Left", "bob@example.org", "");
        var list = await organizer.GetAsync(desk + "?search=ann");
        var id = list.Document.QuerySelector("input[form=bulk][name=id]")!.GetAttribute("value");

        using var file = await FileAsync(organizer, $"{desk}/NameCards?id={id}");

        Assert.Contains("AnnTicked", Read(file), StringComparison.Ordinal);
        Assert.DoesNotContain("BobLeft", Read(file), StringComparison.Ordinal);
        Assert.Contains(list.Document.QuerySelectorAll("form#bulk button[formaction]"), button => button.GetAttribute("formaction")!.EndsWith("/NameCards", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_comes_the_list_says_so()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed nobody");

        var answer = await organizer.FollowAsync(await organizer.GetAsync(desk + "/NameList?status=Cancelled"));

        Assert.Contains("there are no names to print", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync(desk + "/NameList?status=Nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync("/Admin/Seminars/Registrations/unknown/NameCards")).Status);
    }

    [Fact]
    public async Task Nobody_else_takes_names_along()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Printed for few");
        using var viewer = await _site.SignedInAsync("Viewer", "paper-viewer");

        Assert.True((await viewer.GetAsync(desk + "/NameList")).IsForbidden());
        Assert.True((await viewer.GetAsync(desk + "/NameCards")).IsForbidden());
    }

    /// <summary>All text without white space, lines that were wrapped joined, signs as the letters they look like.</summary>
    private static string Read(PdfDocument file) =>
        string.Concat(file.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value))).SelectMany(text => text.Normalize(NormalizationForm.FormKC)).Where(c => !char.IsWhiteSpace(c)));

    private static int Occurrences(string text, string words) => text.Split(words).Length - 1;

    private static bool IsInsideOfCard(Letter letter)
    {
        var (fromX, toX) = ((letter.StartBaseLine.X / Millimetre) - 14, (letter.EndBaseLine.X / Millimetre) - 14);
        var y = (297 - (letter.StartBaseLine.Y / Millimetre) - 11) % 55;
        return fromX % 91 >= 4.9 && (toX % 91) <= 86.1 && Math.Floor(fromX / 91) == Math.Floor(toX / 91) && y is > 5 and < 50.5;
    }

    private static async Task CancelAsync(Visitor organizer, string desk, string search)
    {
        var preview = await organizer.GetAsync($"{desk}/Bulk?command=Cancel&all=true&search={search}");
        var done = await organizer.FollowAsync(await organizer.SubmitAsync(preview, "main form[method=post]"));
        Assert.Contains("1 registration is changed", done.Text, StringComparison.Ordinal);
    }

    private async Task RegisterAsync(string slug, string name, string email, string affiliation, params (string Name, string? Value)[] more)
    {
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync($"/events/{slug}/register");
        var answer = await visitor.SubmitAsync(
            form, "main form[method=post]", [("Form.Name", name), ("Form.Email", email), ("Form.Affiliation", affiliation), ("Form.Consent", "true"), .. more]);
        Assert.True(answer.IsSeated(), answer.Text);
    }

    private static async Task<PdfDocument> FileAsync(Visitor organizer, string address)
    {
        var answer = await organizer.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^name-(list|cards)-[a-z0-9]+\\.pdf$", answer.Response.Content.Headers.ContentDisposition!.FileName);
        return PdfDocument.Open(await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
