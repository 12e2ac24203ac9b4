using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>Organisers write to many registrants at once: seen first, sent once, logged.</summary>
public sealed class CircularTests : IClassFixture<TestSite>
{
    private const string Tenant = Institute.DepartmentTenant;
    private const string Sheet = "main form[method=post]";

    private readonly TestSite _site;

    public CircularTests(TestSite site) => _site = site;

    [Fact]
    public async Task Everybody_gets_one_mail_in_their_language_after_a_preview_and_the_log_keeps_it()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Written to all", ("RegistrationPart.ContactEmail", "desk@example.org"));
        await RegisterAsync("written-to-all", "Amy", "en");
        await RegisterAsync("written-to-all", "Yuki", "ja");
        var sheet = await organizer.GetAsync(desk + "/Circulars/Write");

        var preview = await organizer.SubmitAsync(sheet, Sheet,
            ("EnglishSubject", "News of {{ event }}"), ("EnglishText", "Dear {{ name }},\r\n\r\nbring <a pen>.\r\n\r\n{{ facts }}\r\n\r\n{{ cancel }}"),
            ("JapaneseSubject", "お知らせ"), ("JapaneseText", "{{ name }} 様\r\n\r\n{{ when }}"), ("Step", "Preview"));

        var shown = preview.Document.QuerySelector("#preview")!;
        Assert.Contains("2 people get it.", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("Answers go to desk@example.org.", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("<p>Dear Amy,</p>", shown.QuerySelector(".seminar-mail")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("bring <a pen>.", shown.QuerySelector(".seminar-plain-mail")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await MailAsync("amy.written-to-all@example.org", 1)); // Nothing but the confirmation.

        await organizer.SubmitAsync(preview, Sheet, ("TestTo", "me@example.org"), ("Step", "ToMyself"));
        var mine = (await MailAsync("me@example.org", 1))[0];
        Assert.Equal("News of Written to all", mine.Subject);
        Assert.DoesNotContain("Amy", mine.TextBody, StringComparison.Ordinal); // Whoever is erased must not stay in a mail that was not theirs.
        Assert.Single(await MailAsync("amy.written-to-all@example.org", 1));

        var sent = await organizer.FollowAsync(await organizer.SubmitAsync(preview, Sheet, ("Step", "Send")));

        Assert.Contains("2 people are written to.", sent.Text, StringComparison.Ordinal);
        var amy = (await MailAsync("amy.written-to-all@example.org", 2))[1];
        var yuki = (await MailAsync("yuki.written-to-all@example.org", 2))[1];
        Assert.Equal(("News of Written to all", "お知らせ"), (amy.Subject, yuki.Subject));
        Assert.Equal("desk@example.org", amy.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("amy.written-to-all@example.org", amy.To.Mailboxes.Single().Address);
        Assert.Contains("Yuki 様", yuki.TextBody, StringComparison.Ordinal);
        Assert.Contains("/mails/stop/", amy.TextBody, StringComparison.Ordinal);
        Assert.NotEqual(amy.MessageId, yuki.MessageId);
        var link = amy.TextBody!.Split([' ', '\n', '\r']).First(word => word.Contains("/registrations/", StringComparison.Ordinal));
        using var visitor = _site.Visit(Institute.Department);
        Assert.Contains("Amy", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);

        var log = await organizer.GetAsync(desk + "/Circulars");
        Assert.Equal(("2", "2", "0"), (log.Column("Written to").Single(), log.Column("Sent").Single(), log.Column("Failed").Single()));
        Assert.Contains("bring <a pen>.", (await organizer.GetAsync(log.Document.QuerySelector("main tbody a")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_sheet_sent_twice_or_at_once_writes_to_nobody_twice()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Written once");
        await RegisterAsync("written-once", "Amy", "en");
        var preview = await PreviewAsync(organizer, desk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => organizer.SubmitAsync(preview, Sheet, ("Step", "Send"))));
        var again = await organizer.FollowAsync(await organizer.SubmitAsync(preview, Sheet, ("Step", "Send")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Contains("was sent before", again.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(desk));
        Assert.Equal("1", (await organizer.GetAsync(desk + "/Circulars")).Column("Written to").Single());
    }

    [Fact]
    public async Task Who_wants_no_such_mails_is_left_out_unless_nobody_can_do_without_it()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Written to the willing");
        await RegisterAsync("written-to-the-willing", "Amy", "en");
        using var calm = _site.Visit(Institute.Department);
        var personal = await calm.FollowAsync(await calm.RegisterAsync("calm.willing@example.org", "Calm", "/events/written-to-the-willing"));
        await calm.SubmitAsync(personal, "form[action$='/mails']", ("reminder", null));

        var preview = await PreviewAsync(organizer, desk);
        Assert.Contains("1 person gets it. 1 is left out", preview.Text, StringComparison.Ordinal);
        await organizer.SubmitAsync(preview, Sheet, ("Step", "Send"));
        Assert.Equal(1L, await CountAsync(desk));

        var essential = await PreviewAsync(organizer, desk, ("IsEssential", "true"));
        Assert.Contains("2 people get it.", essential.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mails/stop/", essential.Html, StringComparison.Ordinal);
        await organizer.SubmitAsync(essential, Sheet, ("Step", "Send"));
        Assert.Equal(3L, await CountAsync(desk));
        Assert.Equal("Hello", (await MailAsync("calm.willing@example.org", 2))[1].Subject);
    }

    [Fact]
    public async Task Who_cancels_between_preview_and_sending_gets_nothing()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Written to who stays");
        await RegisterAsync("written-to-who-stays", "Amy", "en");
        await RegisterAsync("written-to-who-stays", "Bob", "en");
        var preview = await PreviewAsync(organizer, desk);
        Assert.Contains("2 people get it.", preview.Text, StringComparison.Ordinal);
        var ids = (await organizer.GetAsync(desk + "?search=bob")).Document.QuerySelector("input[form=bulk][name=id]")!.GetAttribute("value");
        var ticked = await organizer.SubmitAsync(
            await organizer.GetAsync($"{desk}/Circulars/Write?id={ids}"), Sheet, ("EnglishSubject", "Only Bob"), ("EnglishText", "Hello"), ("Step", "Preview"));
        Assert.Contains("1 person gets it.", ticked.Text, StringComparison.Ordinal);

        await organizer.SubmitAsync(await organizer.GetAsync($"{desk}/Bulk?command=Cancel&id={ids}"), Sheet);
        var sent = await organizer.FollowAsync(await organizer.SubmitAsync(preview, Sheet, ("Step", "Send")));
        var nobody = await organizer.SubmitAsync(ticked, Sheet, ("Step", "Send"));

        Assert.Contains("1 person is written to.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        Assert.Contains("Nobody would get it", nobody.Text, StringComparison.Ordinal);
        Assert.Equal("Only Bob", nobody.Document.QuerySelector("#EnglishSubject")!.GetAttribute("value"));
        Assert.Equal(1L, await CountAsync(desk));
    }

    [Theory]
    [InlineData("", "", "", "EnglishSubject", "in one language at least")]
    [InlineData("Hello", "", "", "EnglishText", "Enter a text in this language, too.")]
    [InlineData("Hello", "Hello", "やあ", "JapaneseText", "Enter a text in this language, too.")]
    [InlineData("Hello", "Dear {{ nmae }}", "", "EnglishText", "No mail of this kind knows “nmae”.")]
    [InlineData("Hello {{ words }}", "Hello", "", "EnglishSubject", "No mail of this kind knows “words”.")]
    [InlineData("Hello", "{% if %}", "", "EnglishText", "This cannot be read as a template")]
    [InlineData("Hello", "https://example.org/registrations/AAAAAAAAAAAAAAAAAAAAAA", "", "EnglishText", "A personal link stands in the text itself")]
    public async Task Mistake_is_said_beside_its_field_and_nothing_is_lost_or_sent(string subject, string text, string japaneseSubject, string field, string problem)
    {
        using var organizer = await OrganizerAsync();
        var title = "Mistaken " + Math.Abs((subject + text + japaneseSubject).GetHashCode(StringComparison.Ordinal));
        var desk = await organizer.AnnounceAsync(title);
        await RegisterAsync(title.Replace(' ', '-').ToLowerInvariant(), "Amy", "en");

        var page = await organizer.SubmitAsync(await organizer.GetAsync(desk + "/Circulars/Write"), Sheet,
            ("EnglishSubject", subject), ("EnglishText", text), ("JapaneseSubject", japaneseSubject), ("Step", "Send"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(problem, page.Document.QuerySelector($"#{field}_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(subject, page.Document.QuerySelector("#EnglishSubject")!.GetAttribute("value") ?? "");
        Assert.Equal(text, page.Document.QuerySelector("#EnglishText")!.TextContent.Trim());
        Assert.Equal(0L, await CountAsync(desk));
    }

    [Fact]
    public async Task Thousand_people_are_written_to_in_one_go()
    {
        await using var site = new TestSite();
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Written to a thousand");
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/written-to-a-thousand", "Ann");
        var database = SiteDatabase.Of(site);
        const string numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)";
        await database.ListAsync($"""
            {numbers} INSERT INTO Document (Id, Type, Content, Version)
            SELECT 1000000 + i, d.Type, replace(replace(d.Content, 'ann@', 'person' || i || '@'), '"Ann"', '"Person ' || i || '"'), 1
            FROM n, Document d WHERE d.Id = (SELECT DocumentId FROM RegistrationIndex WHERE EmailKey = 'ann@example.org')
            """);
        await database.ListAsync($"""
            {numbers} INSERT INTO RegistrationIndex (DocumentId, EventId, Status, EmailKey, SearchText, AffiliationKey, Seats, Invited, Mode, Line, LapsesUtc, CreatedUtc, Erased)
            SELECT 1000000 + i, r.EventId, r.Status, 'person' || i || '@example.org', 'person ' || i, 'place', 1, 0, r.Mode, 0, NULL, r.CreatedUtc, 0
            FROM n, RegistrationIndex r WHERE r.EmailKey = 'ann@example.org'
            """);
        var preview = await PreviewAsync(organizer, desk);
        Assert.Contains("1000 people get it.", preview.Text, StringComparison.Ordinal);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var sent = await organizer.SubmitAsync(preview, Sheet, ("Step", "Send"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms");

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
        Assert.Equal(1000L, await site.AskAsync(Tenant, "SELECT COUNT(DISTINCT RegistrationId) FROM OutboxIndex WHERE Kind = 'Circular'"));
    }

    [Fact]
    public async Task Failed_mails_are_counted_in_the_log()
    {
        var port = SmtpSink.FreePort();
        await using var site = new TestSite
        {
            Settings = new()
            {
                ["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "Network",
                ["OrchardCore:OrchardCore_Email_Smtp:Host"] = "127.0.0.1",
                ["OrchardCore:OrchardCore_Email_Smtp:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["OrchardCore:OrchardCore_Email_Smtp:DefaultSender"] = "seminars@example.org",
            },
        };
        using var server = new MailServer(port) { ToRecipient = address => address.StartsWith("bob", StringComparison.Ordinal) ? "550 5.1.1 No such user here" : "250 fine" };
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("Written in vain");
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/written-in-vain", "Amy", "Bob");

        await organizer.SubmitAsync(await PreviewAsync(organizer, desk), Sheet, ("Step", "Send"));
        await site.UntilAsync(
            Tenant, async () => (long)(await site.AskAsync(Tenant, "SELECT COUNT(*) FROM OutboxIndex WHERE Kind = 'Circular' AND DueUtc IS NULL"))! == 2, () => site.Clock.Advance(TimeSpan.FromMinutes(1)), "for both to end");

        var log = await organizer.GetAsync(desk + "/Circulars");
        Assert.Equal(("2", "1", "1"), (log.Column("Written to").Single(), log.Column("Sent").Single(), log.Column("Failed").Single()));
        var mail = server.Taken.Single(taken => taken.Subject == "Hello");
        Assert.Contains("/mails/stop/", mail.Headers[HeaderId.ListUnsubscribe], StringComparison.Ordinal);
        Assert.Equal(32, mail.MessageId!.Split('@')[0].Length);
    }

    [Fact]
    public async Task Words_are_erased_when_the_time_is_over_and_counts_stay()
    {
        await using var site = new TestSite();
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = $"/Admin/Seminars/Registrations/{(await organizer.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2]}";
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAsync("soon.gone@example.org", "Soon Gone");
        await organizer.SubmitAsync(await PreviewAsync(organizer, desk, ("EnglishText", "Thank Soon Gone for the cake.")), Sheet, ("Step", "Send"));
        Assert.True(await site.CountAsync(Tenant, "for the cake") > 0);

        site.Clock.Advance(TimeSpan.FromDays(120));
        await site.UntilAsync(Tenant, async () => await site.CountAsync(Tenant, "for the cake") == 0, () => site.Clock.Advance(TimeSpan.FromDays(1)), "for the words to be gone");

        Assert.Equal(0, await site.CountAsync(Tenant, "Soon Gone"));
        await organizer.SignInAsync(); // Months have passed.
        var log = await organizer.GetAsync(desk + "/Circulars");
        Assert.Equal("1", log.Column("Written to").Single());
        Assert.Contains("(erased)", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_manage_registrations_neither_writes_nor_reads()
    {
        using var organizer = await OrganizerAsync();
        var desk = await organizer.AnnounceAsync("Written by few");
        using var viewer = await _site.SignedInAsync("Viewer", "circular-viewer");

        Assert.True((await viewer.GetAsync(desk + "/Circulars")).IsForbidden());
        Assert.True((await viewer.GetAsync(desk + "/Circulars/Write")).IsForbidden());
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync(desk + "/Circulars/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync("/Admin/Seminars/Registrations/unknown/Circulars/Write")).Status);
    }

    private static async Task<Page> PreviewAsync(Visitor organizer, string desk, params (string Name, string? Value)[] more) => await organizer.SubmitAsync(
        await organizer.GetAsync(desk + "/Circulars/Write"), Sheet,
        [("EnglishSubject", "Hello"), .. more.Any(field => field.Name == "EnglishText") ? more : [("EnglishText", "Dear {{ name }}"), .. more], ("Step", "Preview")]);

    private async Task RegisterAsync(string slug, string name, string language)
    {
        using var visitor = _site.Visit(Institute.Department, language);
        Assert.True((await visitor.RegisterAsync($"{name.ToLowerInvariant()}.{slug}@example.org", name, "/events/" + slug)).IsSeated());
    }

    private async Task<long> CountAsync(string desk) =>
        (long)(await _site.AskAsync(Tenant, $"SELECT COUNT(*) FROM OutboxIndex WHERE Kind = 'Circular' AND EventId = '{desk.Split('/')[^1]}'"))!;

    private Task<IReadOnlyList<MimeMessage>> MailAsync(string address, int atLeast) => _site.MailAsync(Tenant, address, atLeast);

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
