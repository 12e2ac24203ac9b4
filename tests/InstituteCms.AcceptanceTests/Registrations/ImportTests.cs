using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>An organiser brings registrations in a table.</summary>
public sealed class ImportTests : IClassFixture<TestSite>
{
    private const string Take = "form[action$='/Import']", Preview = "form[action$='/Import/Preview']", Run = "form[action$='/Import/Run']";

    private readonly TestSite _site;

    public ImportTests(TestSite site) => _site = site;

    [Fact]
    public async Task Table_is_foreseen_line_by_line_before_anybody_is_registered()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import tried", [
            ("RegistrationPart.Capacity", "2"), ("RegistrationPart.WaitlistLength", "1"), ("RegistrationPart.Approval", "true"), ("RegistrationPart.DoubleOptIn", "true"),
            .. Asking.Row(0, "Which talk?", "ShortText", ("Required", "true"))]);
        const string file = "氏名;メールアドレス;Which talk?\r\n山田 太郎;taro@example.org;二番目\r\nBen;ben@example.org;\r\n;;\r\nBen again;BEN@example.org;\r\n;nobody@example.org;\r\nCho;not an address;\r\nDai;dai@example.org;\r\nEve;eve@example.org;\r\n";
        var columns = await SendAsync(organizer, desk, CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(file));
        Assert.Contains("7 rows, read as Shift_JIS", columns.Text, StringComparison.Ordinal);
        Assert.Equal("山田 太郎 · Ben · Ben again", columns.Document.QuerySelector("main td[data-label='For example']")!.TextContent);

        var foreseen = await organizer.SubmitAsync(columns, Preview, ("MayWait", "true"));

        Assert.Equal(
            [
                "2 山田 太郎 Confirmed", "3 Ben Confirmed", "5 Ben again Left out The address stands in line 3 already.", "6 nobody@example.org Left out There is no name.",
                "7 Cho Left out “not an address” is no e-mail address.", "8 Dai Waitlisted", "9 Eve Waitlisted",
            ],
            LinesOf(foreseen));
        Assert.Equal(["2 people would be registered.", "2 would join the waiting list.", "3 lines would be left out; the reasons stand beside them."], TotalsOf(foreseen));
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "taro@example.org"));

        var unwanted = await organizer.SubmitAsync(foreseen, Run, ("Tells", null));
        Assert.Contains("Without their wish nobody is registered.", unwanted.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, "taro@example.org"));
        var done = await organizer.SubmitAsync(unwanted, Run, ("Consent", "true"));

        Assert.Equal(3, LeftOutOf(done).Length);
        Assert.Equal(["2 people were registered.", "2 joined the waiting list.", "3 lines were left out; the reasons stand beside them."], TotalsOf(done));
        Assert.Contains("Ben again,BEN@example.org,,The address stands in line 3 already.", DownloadOf(done), StringComparison.Ordinal);
        var list = await organizer.GetAsync(desk + "/Export");
        Assert.Contains("山田 太郎,taro@example.org,,en,Confirmed", list.Html, StringComparison.Ordinal);
        Assert.Contains("二番目", list.Html, StringComparison.Ordinal);
        Assert.Contains("Dai,dai@example.org,,en,Waitlisted", list.Html, StringComparison.Ordinal);
        Assert.Equal(0L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(*) FROM OutboxIndex WHERE EventId = '{EventOf(desk)}'")); // Nobody was to be told.

        var again = await organizer.SubmitAsync(unwanted, Run, ("Consent", "true"));

        Assert.Contains("2 山田 太郎 Left out Is registered already.", LinesOf(again));
        Assert.Equal("4 were registered already and were left alone.", TotalsOf(again)[1]);
        Assert.Equal(4L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(*) FROM RegistrationIndex WHERE EventId = '{EventOf(desk)}'"));
        var trail = await organizer.GetAsync("/Admin/Audit?category=Export");
        Assert.Contains("2 with a seat, 2 waiting, 3 left out", trail.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM Document WHERE Type LIKE '%AuditEntry%' AND Content LIKE '%taro%'"));
    }

    [Fact]
    public async Task Each_gets_a_mail_unless_that_is_switched_off_and_history_says_who_imported()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import told");
        var pasted = await organizer.SubmitAsync(await organizer.GetAsync(desk + "/Import"), Take, ("Table", "Name\tE-mail\tLanguage\nAiko\ttold.aiko@example.org\tja\n=1+1\tsum@example.org\t\n"));
        var foreseen = await organizer.SubmitAsync(pasted, Preview);

        var done = await organizer.FollowAsync(await organizer.SubmitAsync(foreseen, Run, ("Consent", "true")));

        Assert.Contains("2 registrations were imported.", done.Text, StringComparison.Ordinal);
        Assert.Equal(["=1+1", "Aiko"], done.Names().Order(StringComparer.Ordinal));
        Assert.Contains("/registrations/", (await _site.MailAsync(Institute.DepartmentTenant, "told.aiko@example.org", 1)).Single().TextBody, StringComparison.Ordinal);
        Assert.Contains("'=1+1,sum@example.org", (await organizer.GetAsync(desk + "/Export")).Html, StringComparison.Ordinal);
        var person = await organizer.GetAsync(done.Document.QuerySelector(".seminar-registrations tbody th a")!.GetAttribute("href")!);
        Assert.Contains("Imported from a table", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_and_given_name_may_stand_in_two_columns()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import of two names");
        var columns = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("姓,名,メール\n山田,花子,two.hanako@example.org\nAdams,Bea,two.bea@example.org\n,,two.nobody@example.org\n"));

        var foreseen = await organizer.SubmitAsync(columns, Preview);

        Assert.Equal(["2 山田 花子 Confirmed", "3 Bea Adams Confirmed", "4 two.nobody@example.org Left out There is no name."], LinesOf(foreseen));
        var nameless = await organizer.SubmitAsync(columns, Preview, ("Columns", null));
        Assert.Contains("Say which column holds the names.", nameless.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_people_than_seats_overbook_nothing_even_when_sent_twice_at_once_while_others_register()
    {
        using var organizer = await OrganizerAsync();
        using var visitor = _site.Visit(Institute.Department);
        var desk = await organizer.AnnounceAsync("Import rush", ("RegistrationPart.Capacity", "20"));
        var columns = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail\n" + string.Concat(Enumerable.Range(0, 60).Select(at => $"P{at},rush{at}@example.org\n"))));
        var foreseen = await organizer.SubmitAsync(columns, Preview);
        Assert.Equal("20 people would be registered.", TotalsOf(foreseen)[0]);

        var form = await visitor.GetAsync("/events/import-rush/register");
        var visits = Enumerable.Range(0, 5).Select(at => visitor.SubmitAsync(form, "main form[method=post]", ("Form.Name", "V"), ("Form.Email", $"rushed{at}@example.org"), ("Form.Consent", "true"))).ToList();
        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => organizer.SubmitAsync(foreseen, Run, ("Consent", "true"), ("Tells", null))));
        var visited = await Task.WhenAll(visits);

        Assert.All(visited, page => Assert.True((int)page.Status < 400, page.Text));
        Assert.All(sent, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(20L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT SeatsTaken FROM EventSeats WHERE EventId = '{EventOf(desk)}'"));
        Assert.Equal(20L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(DISTINCT EmailKey) FROM RegistrationIndex WHERE EventId = '{EventOf(desk)}'"));
        Assert.Equal(20L, await _site.AskAsync(Institute.DepartmentTenant, $"SELECT COUNT(*) FROM RegistrationIndex WHERE EventId = '{EventOf(desk)}'"));
    }

    [Fact]
    public async Task At_a_hybrid_event_a_column_or_the_form_says_who_takes_part_online()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import hybrid", ("EventPart.Format", "Hybrid"), ("EventPart.JoinUrl", "https://example.org/join"), ("RegistrationPart.Capacity", "1"), ("RegistrationPart.OnlineCapacity", "5"));
        var columns = await SendAsync(organizer, desk, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("氏名\tメール\t参加方法\nA\tha@example.org\t会場\nB\thb@example.org\t会場\nC\thc@example.org\tオンライン\nD\thd@example.org\t\nE\the@example.org\tboth\n")).ToArray());

        var foreseen = await organizer.SubmitAsync(columns, Preview, ("Mode", "Online"));

        Assert.Equal(
            [
                "2 A Confirmed", "3 B Left out There are not enough seats free.", "4 C Confirmed", "5 D Confirmed",
                "6 E Left out “both” is no way of taking part: write “in person” or “online”.",
            ],
            LinesOf(foreseen));
        await organizer.SubmitAsync(foreseen, Run, ("Consent", "true"), ("Tells", null));
        var list = await organizer.GetAsync(desk);
        Assert.Contains("In person: 1 of 1 seats taken", list.Text, StringComparison.Ordinal);
        Assert.Contains("Online: 2 of 5 seats taken", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_chosen_again_without_a_new_file_and_no_two_hold_the_same()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import columns");
        var columns = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Who,Where to write,\nAnn,ann.columns@example.org,Example University\n"));
        Assert.Contains("(column 3)", columns.Text, StringComparison.Ordinal);

        var missing = await organizer.SubmitAsync(columns, Preview);
        Assert.Contains("Say which column holds the names. Say which column holds the e-mail addresses.", missing.Text, StringComparison.Ordinal);
        var twice = await ChooseAsync(organizer, missing, "Name", "Email", "Email");
        Assert.Contains("Two columns cannot hold the same.", twice.Text, StringComparison.Ordinal);
        var foreseen = await ChooseAsync(organizer, twice, "Name", "Email", "");
        Assert.Equal(["2 Ann Confirmed"], LinesOf(foreseen));
        var back = await organizer.SubmitAsync(With(foreseen, "/Import"), Run.Replace("/Run", "", StringComparison.Ordinal));
        Assert.Equal(["Name", "Email", ""], back.Document.QuerySelectorAll("select[name=Columns]").Select(box => box.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Five_thousand_lines_are_imported_and_one_more_is_refused()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import large", ("RegistrationPart.Capacity", "300"));
        var rows = Enumerable.Range(0, 5_000).Select(at => $"Person {at:0000},large{at}@example.org\n").ToArray();

        var tooMany = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail\n" + string.Concat(rows) + "One,more@example.org\n"));
        Assert.Contains("There are more than 5000 rows.", tooMany.Text, StringComparison.Ordinal);
        var foreseen = await organizer.SubmitAsync(await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail\n" + string.Concat(rows))), Preview);
        Assert.Equal(["300 people would be registered.", "4700 lines would be left out; the reasons stand beside them."], TotalsOf(foreseen));
        Assert.Equal(500, LinesOf(foreseen).Length);
        var done = await organizer.SubmitAsync(foreseen, Run, ("Consent", "true"), ("Tells", null));

        Assert.Equal("300 people were registered.", TotalsOf(done)[0]);
        var table = await organizer.GetAsync(desk + "/Export"); // All at the same moment, of a clock that stands still.
        Assert.Equal(rows.Take(300).Select(row => row.Split(',')[0]), table.Html.Split('\n').Skip(1).Where(line => line.Length > 1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("binary", "PK\u0003\u0004\0\0\b\bÿÿ\0", "is no text that can be read")]
    [InlineData("empty", "", "The file is empty.")]
    [InlineData("head alone", "Name,E-mail", "There are no rows below the first line")]
    [InlineData("no head", "Ann,ann.headless@example.org\nBen,ben.headless@example.org", "The first line holds an e-mail address.")]
    public async Task What_is_no_table_is_refused_in_words(string name, string content, string words)
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import refused " + name);

        Assert.Contains(words, (await SendAsync(organizer, desk, Encoding.Latin1.GetBytes(content))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose a file, or paste the table.", (await organizer.SubmitAsync(await organizer.GetAsync(desk + "/Import"), Take)).Text, StringComparison.Ordinal);
        Assert.Contains("at most 2 MB", (await SendAsync(organizer, desk, new byte[(2 * 1024 * 1024) + 1])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_quotes_are_named_where_they_are()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import quotes");
        var columns = await SendAsync(organizer, desk, Encoding.UTF8.GetBytes("Name,E-mail\n\"Ann \"\"A\"\" Example\",quoted@example.org\nBen \"B\" Example,inner@example.org\n\"Cho,open@example.org\nDai,dai.quotes@example.org\n"));

        var lines = LinesOf(await organizer.SubmitAsync(columns, Preview));

        Assert.Equal(["2 Ann \"A\" Example Confirmed", "3 Ben \"B\" Example Confirmed"], lines[..2]);
        Assert.Contains("Left out A quotation mark is not closed", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("4 ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_manage_registrations_imports_none()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Import forbidden");
        using var stranger = _site.Visit(Institute.Department);

        Assert.Contains("/Login", (await stranger.GetAsync(desk + "/Import")).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync("/Admin/Seminars/Registrations/nothing/Import")).Status);
    }

    private static string[] LinesOf(Page page) =>
        [.. page.Document.QuerySelectorAll("main .seminar-registrations tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static string[] LeftOutOf(Page page) => [.. LinesOf(page).Where(line => line.Contains("Left out", StringComparison.Ordinal))];

    private static string[] TotalsOf(Page page) => [.. page.Document.QuerySelectorAll("[data-totals] li").Select(total => total.TextContent.Trim())];

    private static string DownloadOf(Page page) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(page.Document.QuerySelector("main a[download]")!.GetAttribute("href")!.Split("base64,")[1]));

    private static string EventOf(string desk) => desk.Split('/')[^1];

    /// <summary>The same page, its form leading where another of its buttons leads.</summary>
    private static Page With(Page page, string ending)
    {
        var form = page.Document.QuerySelector(Run)!;
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("/Import/Run", ending, StringComparison.Ordinal));
        return page;
    }

    private static async Task<Page> ChooseAsync(Visitor organizer, Page page, params string[] columns)
    {
        foreach (var (box, column) in page.Document.QuerySelectorAll("select[name=Columns]").Zip(columns))
        {
            foreach (var option in box.QuerySelectorAll<IHtmlOptionElement>("option"))
            {
                option.IsSelected = option.Value == column;
            }
        }

        return await organizer.SubmitAsync(page, Preview);
    }

    private static async Task<Page> SendAsync(Visitor organizer, string desk, byte[] file)
    {
        var form = await organizer.GetAsync(desk + "/Import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Document.QuerySelector($"{Take} [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("en"), "Language" },
            { new StringContent("true"), "Tells" },
            { new ByteArrayContent(file), "file", "people.csv" },
        };
        var answer = await organizer.Http.PostAsync(form.Document.QuerySelector(Take)!.GetAttribute("action"), content, TestContext.Current.CancellationToken);
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
