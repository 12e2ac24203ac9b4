using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>An organiser brings registrations in a file.</summary>
public sealed class ImportTests : IClassFixture<TestSite>
{
    private const string Run = "form[action$='/Import/Run']";

    private readonly TestSite _site;

    public ImportTests(TestSite site) => _site = site;

    [Fact]
    public async Task Table_is_tried_line_by_line_before_anybody_is_registered()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import tried", [
            ("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "1"), ("RegistrationPart.Approval", "true"), ("RegistrationPart.DoubleOptIn", "true"),
            .. Asking.Row(0, "Which talk?", "ShortText", ("Required", "true"))]);
        var file = "氏名;メールアドレス;Which talk?\r\n山田 太郎;taro@example.org;二番目\r\nBen;ben@example.org;\r\nBen again;BEN@example.org;\r\n;nobody@example.org;\r\nCho;not an address;\r\nDai;dai@example.org;\r\nEve;eve@example.org;\r\n";
        var opened = await SendAsync(organizer, desk, CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(file));
        Assert.Contains("7 rows, read as Shift_JIS", opened.Text, StringComparison.Ordinal);
        Assert.Equal("山田 太郎 · Ben · Ben again", opened.Document.QuerySelector("main td[data-label='For example']")!.TextContent);

        var tried = await organizer.SubmitAsync(opened, Run, ("ForReal", "false"), ("MayWait", "true"));

        Assert.Equal(
            [
                "2 山田 太郎 Confirmed", "3 Ben Confirmed", "4 Ben again Left out The address stands in line 3 already.", "5 nobody@example.org Left out There is no name.",
                "6 Cho Left out “not an address” is no e-mail address.", "7 Dai Waitlisted", "8 Eve Waitlisted",
            ],
            LinesOf(tried));
        Assert.Contains("2 would be registered, 2 would wait, 3 would be left out.", tried.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "taro@example.org"));

        var unagreed = await organizer.SubmitAsync(tried, Run, ("ForReal", "true"));
        Assert.Contains("people who do not know it", unagreed.Text, StringComparison.Ordinal);
        var done = await organizer.SubmitAsync(tried, Run, ("ForReal", "true"), ("Agreed", "true"));

        Assert.Equal(3, LinesOf(done).Length);
        Assert.Contains("4 registrations were imported.", done.Text, StringComparison.Ordinal);
        var list = await organizer.GetAsync(desk + "/Export");
        Assert.Contains("山田 太郎,taro@example.org,,en,Confirmed", list.Html, StringComparison.Ordinal);
        Assert.Contains("二番目", list.Html, StringComparison.Ordinal);
        Assert.Contains("Dai,dai@example.org,,en,Waitlisted", list.Html, StringComparison.Ordinal);
        Assert.Equal(0L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(*) FROM OutboxIndex WHERE EventId = '{desk.Split('/')[^1]}'")); // Nobody was to be told.
        var again = await organizer.SubmitAsync(tried, Run, ("ForReal", "true"), ("Agreed", "true"));
        Assert.Contains(LinesOf(again), line => line.StartsWith("2 山田 太郎 Left out Is registered already.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_gets_a_mail_where_it_is_chosen_and_history_says_who_imported()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import told");
        var opened = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail,Language\nAiko,told.aiko@example.org,ja\n"));

        var done = await organizer.FollowAsync(await organizer.SubmitAsync(opened, Run, ("ForReal", "true"), ("Agreed", "true"), ("Mail", "true")));

        Assert.Equal(["Aiko"], done.Names());
        Assert.Contains("/registrations/", (await _site.MailAsync(Institute.DepartmentTenant, "told.aiko@example.org", 1)).Single().TextBody, StringComparison.Ordinal);
        var person = await organizer.GetAsync(done.Document.QuerySelector(".seminar-registrations tbody th a")!.GetAttribute("href")!);
        Assert.Contains("Imported from a file", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_table_comes_out_again_as_it_went_in()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import large");
        var names = Enumerable.Range(1, 1_000).Select(number => $"Person {number:0000}").ToArray();
        var opened = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail\n" + string.Concat(names.Select((name, at) => $"{name},large{at}@example.org\n"))));
        await organizer.SubmitAsync(opened, Run, ("ForReal", "true"), ("Agreed", "true"));

        var table = await organizer.GetAsync(desk + "/Export"); // More than one chunk, and all at the same moment of a clock that stands still.

        Assert.Equal(names, table.Html.Split('\n').Skip(1).Where(line => line.Length > 1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("PK\u0003\u0004\0\0\b\bÿÿ\0", "is no text that can be read")]
    [InlineData("Name,E-mail", "has no rows")]
    public async Task What_is_no_table_is_refused_in_words(string content, string words)
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import refused " + words.Length);

        Assert.Contains(words, (await SendAsync(organizer, desk, Encoding.Latin1.GetBytes(content))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose a file.", (await organizer.SubmitAsync(await organizer.GetAsync(desk + "/Import"), "form[action$='/Import']")).Text, StringComparison.Ordinal);
        var rows = Encoding.UTF8.GetBytes("Name,E-mail\n" + string.Concat(Enumerable.Range(0, 1_001).Select(at => $"P,p{at}@example.org\n")));
        Assert.Contains("more than 1000 rows", (await SendAsync(organizer, desk, rows)).Text, StringComparison.Ordinal);
    }

    private static string[] LinesOf(Page page) =>
        [.. page.Document.QuerySelectorAll("section[role=status] tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static async Task<Page> SendAsync(Visitor organizer, string desk, byte[] file)
    {
        var form = await organizer.GetAsync(desk + "/Import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Document.QuerySelector("form[action$='/Import'] [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "people.csv" },
        };
        var answer = await organizer.Http.PostAsync(form.Document.QuerySelector("form[action$='/Import']")!.GetAttribute("action"), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Page.ReadAsync(answer, new HtmlParser());
    }

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
