using InstituteCms.Kernel.Text;
using Xunit;

namespace InstituteCms.Kernel.Tests.Text;

public sealed class TextTests
{
    [Theory]
    [InlineData("UN Peace Operations: Today and Tomorrow", "un-peace-operations-today-and-tomorrow")]
    [InlineData("  Crème brûlée — à la carte! ", "creme-brulee-a-la-carte")]
    [InlineData("Straße nach Łódź", "strasse-nach-lodz")]
    [InlineData("災害のあとの自治体財政", "災害のあとの自治体財政")]
    [InlineData("ガバナンス・セミナー 第２回", "ガバナンス-セミナー-第2回")]
    [InlineData("Йога", "йога")]
    [InlineData("The Institute's day", "the-institutes-day")]
    [InlineData("!?", "")]
    [InlineData(null, "")]
    public void A_slug_keeps_letters_and_drops_accents(string? text, string expected) => Assert.Equal(expected, new SlugService().Slugify(text!));

    [Theory]
    [InlineData("<script>alert(1)</script><p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"https://example.org/\" target=\"_blank\">a</a>", "<a href=\"https://example.org/\" target=\"_blank\" rel=\"noopener\">a</a>")]
    [InlineData("<a href=\"/x\" target=\"top\">a</a>", "<a href=\"/x\">a</a>")]
    [InlineData("<p class=\"admin\" style=\"position: fixed; text-align: center\">a</p>", "<p style=\"text-align: center\">a</p>")]
    [InlineData("<img src=\"data:image/svg+xml;base64,AAAA\" alt=\"x\">", "<img alt=\"x\">")]
    [InlineData("<form action=\"/x\"><input name=\"a\"></form><iframe src=\"https://x.test\"></iframe>", "")]
    [InlineData("<style>p { color: red }</style><p>a</p>", "<p>a</p>")]
    public void What_could_do_harm_is_taken_out(string html, string expected) => Assert.Equal(expected, new HtmlSanitizerService().Sanitize(html));

    [Theory]
    [InlineData("<h2 id=\"one\" lang=\"ja\" dir=\"ltr\">一</h2><blockquote cite=\"https://example.org/\"><p>a<sup><a href=\"#fn1\" id=\"r1\">1</a></sup></p></blockquote>")]
    [InlineData("<figure><img src=\"/media/a.jpg\" alt=\"A\"><figcaption>A, <cite>B</cite></figcaption></figure>")]
    [InlineData("<table><tbody><tr><th scope=\"row\">a</th><td colspan=\"2\">b</td></tr></tbody></table>")]
    [InlineData("<ruby>東京<rt>とうきょう</rt></ruby>")]
    public void What_an_article_is_made_of_stays(string html) => Assert.Equal(html, new HtmlSanitizerService().Sanitize(html));
}
