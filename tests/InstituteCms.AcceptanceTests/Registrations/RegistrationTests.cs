using System.Net;
using System.Text;
using Ical.Net;
using InstituteCms.AcceptanceTests.Sites;
using MimeKit;
using static System.Globalization.CultureInfo;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>A registration from the form to the freed seat.</summary>
public sealed class RegistrationTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public RegistrationTests(TestSite site) => _site = site;

    [Fact]
    public async Task Registrant_sees_the_personal_page_gets_a_mail_and_can_cancel()
    {
        using var visitor = _site.Visit(Institute.Department);
        var before = await SeatsLeftAsync(visitor);

        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("path@example.org"));

        Assert.Equal(HttpStatusCode.OK, personal.Status);
        Assert.Contains("You are registered", personal.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", string.Join(",", personal.Response.Headers.GetValues("Referrer-Policy")));
        Assert.True(personal.Response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", personal.Html + string.Join(",", personal.Response.Headers.TryGetValues("X-Robots-Tag", out var robots) ? robots : []), StringComparison.Ordinal);
        Assert.Equal(before - 1, await SeatsLeftAsync(visitor));

        var mail = await MailTo("path@example.org");
        Assert.Contains(personal.Address, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", mail.TextBody, StringComparison.Ordinal);
        var calendar = mail.Attachments.OfType<MimePart>().Single(a => a.FileName!.EndsWith(".ics", StringComparison.Ordinal));
        Assert.Single(Calendar.Load(Text(calendar))!.Events);

        var ask = await visitor.GetAsync(personal.Address + "/cancel");
        Assert.Equal(before - 1, await SeatsLeftAsync(visitor));
        var cancelled = await visitor.FollowAsync(await visitor.SubmitAsync(ask, "main form[method=post]"));
        Assert.Contains("cancelled", cancelled.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await SeatsLeftAsync(visitor));

        var again = await visitor.RegisterAsync("path@example.org");
        Assert.True(again.IsSeated());
    }

    [Fact]
    public async Task Form_says_who_gets_the_data_before_it_asks_for_any()
    {
        using var visitor = _site.Visit(Institute.Department);

        var page = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var form = page.Document.QuerySelector("main form[method=post]")!.InnerHtml;
        var before = form[..form.IndexOf("Form.Name", StringComparison.Ordinal)];
        Assert.Contains("GraSPP", before, StringComparison.Ordinal);
        Assert.Contains("90", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_and_each_error_stands_at_its_field()
    {
        using var visitor = _site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var page = await visitor.SubmitRegistrationAsync(form, "not an address", "Ada <script>alert(1)</script>", consent: null);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("not an address", page.Document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        Assert.Equal("Ada <script>alert(1)</script>", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.NotEmpty(page.Document.QuerySelector("[data-valmsg-for='Form.Email']")!.TextContent.Trim());
        Assert.NotEmpty(page.Document.QuerySelector("[data-valmsg-for='Form.Consent']")!.TextContent.Trim());
        Assert.Empty(page.Document.QuerySelector("[data-valmsg-for='Form.Name']")!.TextContent.Trim());
        Assert.Equal(2, page.Document.QuerySelectorAll(".error-summary li").Length);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_speak_the_visitors_language()
    {
        using var visitor = _site.Visit(Institute.Department, "ja");
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");

        var page = await visitor.SubmitRegistrationAsync(form, "", "");

        var said = page.Document.QuerySelector("[data-valmsg-for='Form.Name']")!.TextContent;
        Assert.Contains(said, c => c is >= 'ぁ' and <= '龥');
    }

    [Fact]
    public async Task Same_address_twice_takes_one_seat_and_tells_only_its_owner()
    {
        using var owner = _site.Visit(Institute.Department);
        await owner.RegisterAsync("Twice@Example.org");
        await MailTo("Twice@Example.org");
        var before = await SeatsLeftAsync(owner);

        // The owner is written to at most once in ten minutes, however often somebody tries.
        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var stranger = _site.Visit(Institute.Department);
        var answer = await stranger.RegisterAsync(" twice@example.ORG ", "Somebody Else");
        var page = await stranger.FollowAsync(answer);

        Assert.False(answer.IsSeated());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Aiko", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/registrations/", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await SeatsLeftAsync(owner));
        var mail = await _site.MailAsync(Institute.DepartmentTenant, "twice@example.org", atLeast: 2);
        Assert.Equal(2, mail.Count);
    }

    [Fact]
    public async Task Post_without_antiforgery_token_is_refused_with_a_page_that_explains()
    {
        using var visitor = _site.Visit(Institute.Department);
        visitor.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        var before = await SeatsLeftAsync(visitor);

        var page = await visitor.SubmitAsync(form, "main form[method=post]", ("__RequestVerificationToken", null), ("Form.Name", "A"), ("Form.Email", "forged@example.org"), ("Form.Consent", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Document.QuerySelector("main h1")!.TextContent);
        Assert.Equal(before, await SeatsLeftAsync(visitor));
    }

    [Fact]
    public async Task Event_that_closed_while_the_form_was_open_says_so()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit(Institute.Department);
        var form = await visitor.GetAsync(Institute.OpenEvent + "/register");
        site.Clock.Advance(TimeSpan.FromDays(40));

        var page = await visitor.SubmitRegistrationAsync(form, "late@example.org");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".availability--closed, .availability--ended"));
    }

    [Fact]
    public async Task Event_that_opens_later_says_when()
    {
        using var visitor = _site.Visit(Institute.Department);

        var page = await visitor.GetAsync("/events/the-price-of-distance/register");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".availability--not-yet-open"));
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
    }

    private static async Task<int> SeatsLeftAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync(Institute.OpenEvent + "/register");
        var sentence = page.Document.QuerySelector(".availability--open")!.TextContent;
        return int.Parse(new string(sentence.Where(char.IsDigit).ToArray()), InvariantCulture);
    }

    private async Task<MimeMessage> MailTo(string address) => (await _site.MailAsync(Institute.DepartmentTenant, address, atLeast: 1))[^1];

    private static string Text(MimePart part)
    {
        using var memory = new MemoryStream();
        part.Content!.DecodeTo(memory, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
