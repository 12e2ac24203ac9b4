using System.Net;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>A department gives its pages its own looks, and its notices its own words.</summary>
public sealed class BrandingTests : IClassFixture<TestSite>
{
    private const string Branding = "/Admin/Seminars/Branding";
    private const string Privacy = "/Admin/Seminars/Privacy";

    private readonly TestSite _site;

    public BrandingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Colour_name_and_logo_are_on_every_page_of_the_department_and_on_no_others()
    {
        using var administrator = await AdministratorAsync();
        var saved = await SaveAsync(administrator, ("Accent", "#FC0"), ("ShortName", "City & Money"), ("Logo", "brand/logo.svg"), ("LogoText", "The coat of arms"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        using var visitor = _site.Visit(Institute.Department);
        var home = await visitor.GetAsync("/");
        Assert.Equal("City & Money", home.Document.QuerySelector(".site-name span")!.TextContent);
        var logo = home.Document.QuerySelector(".site-name__logo")!;
        Assert.Equal(("/graspp/media/brand/logo.svg", "The coat of arms"), (logo.GetAttribute("src"), logo.GetAttribute("alt")));

        var sheet = await visitor.Http.GetAsync(home.Document.QuerySelector("link[href*='brand.css']")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", sheet.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var css = await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("--accent: #896c01", css, StringComparison.Ordinal); // On light paper the yellow could not be read.
        Assert.Contains("--accent: #ffcc00", css, StringComparison.Ordinal); // On dark paper it can.

        using var neighbour = _site.Visit();
        Assert.Null((await neighbour.GetAsync("/")).Document.QuerySelector("link[href*='brand.css']"));
    }

    [Theory]
    [InlineData("Accent", "red; } body { display: none")]
    [InlineData("Accent", "#12345")]
    [InlineData("Logo", "https://elsewhere.example/pixel.png")]
    [InlineData("Logo", "../../secret.png")]
    [InlineData("LogoText", "")]
    [InlineData("ShortName", "Much too long, much too long, much too long, much too long, much too long")]
    public async Task Wrong_value_is_refused_at_its_field_and_kept(string field, string value)
    {
        using var administrator = await AdministratorAsync();

        var page = await SaveAsync(administrator, [("Logo", "logo.svg"), ("LogoText", "Arms"), (field, value)]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt(field));
        Assert.Equal(value, page.Document.QuerySelector($"[name={field}]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Notice_says_who_is_responsible_in_the_visitors_language_and_only_new_events_take_the_retention()
    {
        using var administrator = await AdministratorAsync();
        var form = await administrator.GetAsync(Privacy);
        (string, string?)[] values =
        [
            ("RetentionDays", "14"), ("ResponsibleEnglish", "Office <b>of</b> Seminars"), ("ResponsibleJapanese", "セミナー事務局"),
            ("Contact", "privacy@example.org"), ("SentenceEnglish", ""), ("SentenceJapanese", "一文です。"),
        ];
        var preview = await administrator.SubmitAsync(form, "form:has([name=RetentionDays])", [.. values, ("Preview", "true")]);
        Assert.Contains("14 days", preview.Document.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("90", (await administrator.GetAsync(Privacy)).Document.QuerySelector("[name=RetentionDays]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(form, "form:has([name=RetentionDays])", values)).Status);

        foreach (var (language, words) in new[] { ("en", "Office <b>of</b> Seminars"), ("ja", "セミナー事務局") })
        {
            using var visitor = _site.Visit(Institute.Department, language);
            var register = await visitor.GetAsync(Institute.OpenEvent + "/register");
            Assert.Contains(words, register.Text, StringComparison.Ordinal);
            Assert.Contains("一文です。", register.Text, StringComparison.Ordinal); // Rather another language than nothing.
            Assert.Contains("privacy@example.org", register.Text, StringComparison.Ordinal);
            Assert.Contains("90", register.Text, StringComparison.Ordinal);
        }

        Assert.Equal("14", (await administrator.GetAsync("/Admin/Contents/ContentTypes/Event/Create")).Document.QuerySelector("[name='RegistrationPart.RetentionDays']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("RetentionDays", "")]
    [InlineData("RetentionDays", "-1")]
    [InlineData("RetentionDays", "never")]
    [InlineData("Contact", "nobody")]
    public async Task Wrong_privacy_setting_is_refused_at_its_field(string field, string value)
    {
        using var administrator = await AdministratorAsync();

        var page = await administrator.SubmitAsync(await administrator.GetAsync(Privacy), "form:has([name=RetentionDays])", (field, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.ErrorAt(field));
    }

    [Fact]
    public async Task Editors_do_not_get_there()
    {
        using var editor = await _site.SignedInAsync("Editor", "unbranded");

        Assert.True((await editor.GetAsync(Branding)).IsForbidden());
        Assert.True((await editor.GetAsync(Privacy)).IsForbidden());
        Assert.DoesNotContain("Branding", (await editor.GetAsync("/Admin")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> SaveAsync(Visitor administrator, params (string, string?)[] values) =>
        await administrator.SubmitAsync(await administrator.GetAsync(Branding), "form:has([name=Accent])", values);

    private async Task<Visitor> AdministratorAsync()
    {
        var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        return administrator;
    }
}
