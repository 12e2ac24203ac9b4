using System.Net;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>What is known of people, where, and until when: said to whom it concerns, and to nobody else.</summary>
public sealed class PrivacyTests : IClassFixture<TestSite>
{
    private const string Finder = "/Admin/Seminars/FindPerson";

    private readonly TestSite _site;

    public PrivacyTests(TestSite site) => _site = site;

    [Fact]
    public async Task Registrant_and_organizer_read_when_the_data_goes_and_in_how_many_days()
    {
        using var visitor = _site.Visit(Institute.Department);
        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("countdown@example.org"));
        Assert.Matches(@"Your data is erased on \w+ \d+, \d{4}, in (9\d|1\d\d) days; only numbers are kept\.", personal.Text);

        using var organizer = await OrganizerAsync();
        var page = await organizer.GetAsync($"/Admin/Seminars/Registrations/{await EventIdAsync(organizer)}");

        var days = System.Text.RegularExpressions.Regex.Match(personal.Text, @"in (\d+) days").Groups[1].Value;
        Assert.Matches($@"Personal data of \d+ (person|people) is erased on .*, in {days} days\.", page.Text);
    }

    [Fact]
    public async Task Dry_run_names_every_place_and_nobody_and_changes_nothing()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("dry@example.org", "Dry Runner");
        await _site.MailAsync(Institute.DepartmentTenant, "dry@example.org", atLeast: 1);
        using var organizer = await OrganizerAsync();

        var page = await organizer.GetAsync($"/Admin/Seminars/Registrations/{await EventIdAsync(organizer)}/Erasure");

        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToArray()).ToArray();
        foreach (var place in new[] { "(Registration)", "RegistrationIndex.EmailKey", "RegistrationIndex.SearchText", "ActiveRegistration.EmailKey", ".eml", "OrchardCore.db" })
        {
            var row = Assert.Single(rows.Where(row => row[0].Contains(place, StringComparison.Ordinal)).Take(1));
            Assert.NotEqual("0", row[1]);
            Assert.Equal(row[1], row[2]);
        }

        Assert.DoesNotContain("dry@example.org", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Dry Runner", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.True(await _site.CountAsync(Institute.DepartmentTenant, "dry@example.org") > 0);
    }

    [Fact]
    public async Task Person_is_found_however_written_and_nobody_else_is_shown()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("Sought@example.org", "Sought Person");
        await visitor.RegisterAsync("bystander@example.org", "By Stander");
        using var administrator = await OrganizerAsync();

        var found = await SearchAsync(administrator, "", "ｓｏｕｇｈｔ＠example.org");
        Assert.Contains("Document.Content (Registration)", found.Text, StringComparison.Ordinal);
        Assert.Contains("RegistrationIndex.EmailKey", found.Text, StringComparison.Ordinal);
        Assert.True(found.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("bystander", found.Html, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("Found nowhere", (await SearchAsync(administrator, "Nobody Whatsoever", "")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await SearchAsync(administrator, "ab", "")).Document.QuerySelector("#Name_error")!.TextContent.Trim());
        Assert.NotEmpty((await SearchAsync(administrator, "", " ")).Document.QuerySelector("#Name_error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Others_find_nobody_and_see_no_plan()
    {
        using var administrator = await OrganizerAsync();
        var plan = $"/Admin/Seminars/Registrations/{await EventIdAsync(administrator)}/Erasure";
        using var editor = await _site.SignedInAsync("Editor", "privacy-editor");
        using var viewer = await _site.SignedInAsync("Viewer", "privacy-viewer");

        Assert.True((await editor.GetAsync(Finder)).IsForbidden());
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(plan)).Status);
        Assert.True((await viewer.GetAsync(plan)).IsForbidden());
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(Finder)).Status);
    }

    [Theory]
    [InlineData("en", "North House, South House", "What they use jointly: your name, e-mail address", "Who answers for the joint use: North House")]
    [InlineData("ja", "North House、South House", "共同利用する項目：氏名、メールアドレス", "共同利用の管理責任者：North House")]
    public async Task Joint_use_names_parties_items_purpose_and_who_answers_for_it_and_is_stored_word_for_word(string language, params string[] said)
    {
        var title = $"Joint {language}";
        using var editor = _site.Visit();
        await editor.SignInAsync();
        await editor.CreateEventAsync(title, "submit.Publish",
            ("RegistrationPart.Enabled", "true"), ("RegistrationPart.Purpose", "To print your badge."),
            ("EventPart.Organizers[0].Name", "North House"), ("EventPart.Organizers[0].ReceivesPersonalData", "true"),
            ("EventPart.Organizers[1].Name", "South House"), ("EventPart.Organizers[1].ReceivesPersonalData", "true"));
        using var visitor = _site.Visit(language: language);
        var form = await visitor.GetAsync($"/events/joint-{language}/register");
        var notice = form.Document.QuerySelector(".form__notice")!.QuerySelectorAll("p").Select(line => line.TextContent.Trim()).ToArray();

        Assert.All([.. said, "To print your badge."], part => Assert.Contains(notice, line => line.Contains(part, StringComparison.Ordinal)));

        var personal = await visitor.FollowAsync(await visitor.SubmitRegistrationAsync(form, $"joint-{language}@example.org"));
        Assert.Equal(notice, personal.Document.QuerySelectorAll("#privacy-notice p").Select(line => line.TextContent.Trim()));
    }

    [Fact]
    public async Task Who_ticks_nothing_agrees_to_nothing_more_and_who_does_takes_it_back_with_one_button()
    {
        const string wants = "You get a mail when the report is published.";
        const string stored = "SELECT COUNT(*) FROM Document WHERE Content LIKE '%choosy@example.org%' AND Content LIKE '%Tell me by mail when the report%'";
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        Assert.False(form.Document.QuerySelector("[name='Form.Optional.ReportNews'][type=checkbox]")!.HasAttribute("checked"));
        var plain = await visitor.FollowAsync(await visitor.SubmitRegistrationAsync(form, "plain@example.org"));
        Assert.DoesNotContain(wants, plain.Text, StringComparison.Ordinal);

        var page = await visitor.FollowAsync(await visitor.SubmitAsync(form, "main form[method=post]",
            ("Form.Name", "Choosy"), ("Form.Email", "choosy@example.org"), ("Form.Consent", "true"), ("Form.Optional.ReportNews", "true")));
        Assert.Contains(wants, page.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await _site.AskAsync(Institute.DepartmentTenant, stored));

        page = await visitor.FollowAsync(await visitor.SubmitAsync(page, "form[action$='/report-news']"));
        Assert.DoesNotContain(wants, page.Text, StringComparison.Ordinal);
        page = await visitor.FollowAsync(await visitor.SubmitAsync(page, "form[action$='/report-news']"));
        Assert.Contains(wants, page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> SearchAsync(Visitor administrator, string name, string email) =>
        await administrator.SubmitAsync(await administrator.GetAsync(Finder), "form[action$='FindPerson/Search']", ("Name", name), ("Email", email));

    private static async Task<string> EventIdAsync(Visitor organizer) => (await organizer.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];

    private async Task<Visitor> OrganizerAsync()
    {
        var organizer = _site.Visit(Institute.Department);
        await organizer.SignInAsync();
        return organizer;
    }
}
