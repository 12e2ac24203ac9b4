using System.Globalization;
using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>Administrators set up the site and its mail, and see how it is.</summary>
public sealed class SettingsTests : IClassFixture<TestSite>
{
    private const string General = "/Admin/Settings/general";
    private const string Mail = "/Admin/Settings/mail";
    private const string Health = "/Admin/Settings/health";
    private const string Secret = "smtp-secret-word";

    private readonly TestSite _site;

    public SettingsTests(TestSite site) => _site = site;

    [Fact]
    public async Task Name_and_language_are_seen_by_visitors_and_written_down()
    {
        await using var site = new TestSite();
        using var administrator = await AdministratorAsync(site);
        var form = await administrator.GetAsync(General);
        Assert.Equal("GraSPP Research Seminar", form.Document.QuerySelector("[name=SiteName]")!.GetAttribute("value"));

        var saved = await administrator.SubmitAsync(form, "form:has([name=SiteName])", ("SiteName", "Renamed"), ("DefaultCulture", "ja"), ("TimeZoneId", "Europe/Vienna"), ("BaseUrl", ""));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        using var visitor = site.Visit(Institute.Department, "fr");
        var home = await visitor.GetAsync("/");
        Assert.Contains("Renamed", home.Text, StringComparison.Ordinal);
        Assert.Equal("ja", home.Document.DocumentElement.GetAttribute("lang"));
        var trail = (await administrator.GetAsync("/Admin/Audit?category=Settings")).Text;
        Assert.Contains("Languages, Name of the site, Time zone", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("LocalizationSettings", trail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SiteName", "")]
    [InlineData("TimeZoneId", "Mars/Olympus")]
    [InlineData("BaseUrl", "javascript:alert(1)")]
    [InlineData("DefaultCulture", "fr")]
    [InlineData("AuditDays", "3")]
    public async Task Wrong_value_is_refused_at_its_field(string field, string value)
    {
        using var administrator = await AdministratorAsync(_site);

        var page = await administrator.SubmitAsync(await administrator.GetAsync(General), "form:has([name=SiteName])", (field, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt(field));
    }

    [Fact]
    public async Task Mail_goes_to_the_server_that_is_set_and_the_password_is_never_shown_nor_stored_in_the_clear()
    {
        await using var site = new TestSite();
        var port = SmtpSink.FreePort();
        using var server = new SmtpSink(port);
        using var administrator = await AdministratorAsync(site);
        await SetServerAsync(administrator, port, ("Password", Secret), ("DefaultSender", "office@example.org"));

        var form = await administrator.GetAsync(Mail);
        Assert.DoesNotContain(Secret, form.Html, StringComparison.Ordinal);
        Assert.Contains("There is one; it is never shown.", form.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.CountAsync(Institute.DepartmentTenant, Secret));

        var tested = await administrator.SubmitAsync(form, "form[action$='/test']", ("to", "somebody@example.org"));

        Assert.Contains("The mail to somebody@example.org was taken.", tested.Text, StringComparison.Ordinal);
        Assert.Contains("fine", tested.Document.QuerySelector("#test code")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("office@example.org", Assert.Single(server.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_does_not_answer_is_told_in_its_words_and_mails_wait()
    {
        await using var site = new TestSite();
        using var administrator = await AdministratorAsync(site);
        await SetServerAsync(administrator, SmtpSink.FreePort());

        var tested = await administrator.SubmitAsync(await administrator.GetAsync(Mail), "form[action$='/test']", ("to", "somebody@example.org"));
        Assert.Contains("was not taken", tested.Text, StringComparison.Ordinal);
        Assert.NotEmpty(tested.Document.QuerySelector("#test code")!.TextContent);

        using var visitor = site.Visit(Institute.Department);
        Assert.True((await visitor.RegisterAsync("waiting@example.org")).IsSeated());
        var health = await administrator.GetAsync(Health);
        Assert.Contains("1 mails wait to be sent, 0 were given up.", health.Text, StringComparison.Ordinal);
        Assert.Contains("MB are free", health.Text, StringComparison.Ordinal);
        Assert.Contains("Retention of personal data", health.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting@example.org", health.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None", "The server refused the user name or the password.", "535")]
    [InlineData("SslTls", "The encrypted connection could not be made", "")]
    [InlineData("StartTls", "The server does not offer this encryption", "STARTTLS")]
    public async Task Test_says_what_is_wrong_in_words_and_in_the_servers_own(string encryption, string meaning, string answer)
    {
        await using var site = new TestSite();
        var port = SmtpSink.FreePort();
        using var server = new SmtpSink(port, refusesPasswords: true);
        using var administrator = await AdministratorAsync(site);
        await SetServerAsync(administrator, port, ("Encryption", encryption), ("UserName", "office"), ("Password", Secret), ("DefaultSender", "office@example.org"));

        var tested = await administrator.SubmitAsync(await administrator.GetAsync(Mail), "form[action$='/test']", ("to", "somebody@example.org"));

        Assert.Contains(meaning, tested.Document.QuerySelector("#test .alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(answer, tested.Document.QuerySelector("#test code")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, tested.Html, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task Health_knows_the_background_runs_of_before_a_restart()
    {
        var first = new TestSite { LeaveData = true };
        string ran;
        await using (first)
        {
            using var administrator = await AdministratorAsync(first);
            Assert.Contains("Never yet", Task(await administrator.GetAsync(Health)), StringComparison.Ordinal);
            await first.UntilAsync(
                Institute.DepartmentTenant, async () => !Task(await administrator.GetAsync(Health)).Contains("Never yet", StringComparison.Ordinal),
                () => first.Clock.Advance(TimeSpan.FromMinutes(1)), "for the mail to be looked at");
            ran = Task(await administrator.GetAsync(Health)).Split("All right")[0];
        }

        await using var second = new TestSite { Data = first.Data };
        using var later = await AdministratorAsync(second);

        Assert.StartsWith(ran, Task(await later.GetAsync(Health)), StringComparison.Ordinal);

        static string Task(Page page) => string.Join(' ', page.Document.QuerySelectorAll("main tbody tr")
            .First(row => row.QuerySelector("th")!.TextContent.StartsWith("Mail", StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Password_is_forgotten_when_the_server_changes()
    {
        await using var site = new TestSite();
        using var administrator = await AdministratorAsync(site);
        await SetServerAsync(administrator, 2525, ("UserName", "office"), ("Password", Secret));
        await SetServerAsync(administrator, 2526, ("UserName", "office"));
        Assert.Contains("There is one; it is never shown.", (await administrator.GetAsync(Mail)).Text, StringComparison.Ordinal);

        await SetServerAsync(administrator, 2526, ("UserName", "office"), ("Host", "elsewhere.example"));

        Assert.DoesNotContain("There is one; it is never shown.", (await administrator.GetAsync(Mail)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Editor", "settings-editor")]
    [InlineData("Viewer", "settings-viewer")]
    public async Task Nobody_but_administrators_gets_there(string role, string name)
    {
        using var user = await _site.SignedInAsync(role, name);

        foreach (var address in new[] { General, Mail, Health })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(address)).Status);
        }

        var token = (await user.GetAsync("/ChangePassword")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in new[] { General, Mail, Mail + "/test" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("SiteName", "Mine")]);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Http.PostAsync("/graspp" + address, form, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    private static async Task SetServerAsync(Visitor administrator, int port, params (string Name, string? Value)[] changes)
    {
        (string, string?)[] values = [("Host", "127.0.0.1"), ("Port", port.ToString(CultureInfo.InvariantCulture)), ("Encryption", "None"), .. changes];
        var saved = await administrator.SubmitAsync(await administrator.GetAsync(Mail), "form:has([name=Host])", [.. values.DistinctBy(value => value.Item1, StringComparer.Ordinal), .. changes]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    private static async Task<Visitor> AdministratorAsync(TestSite site)
    {
        var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        return administrator;
    }
}
