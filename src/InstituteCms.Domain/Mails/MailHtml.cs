using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace InstituteCms.Mails;

/// <summary>Makes HTML of a mail's text: paragraphs, line breaks, and links of what is an address. Nothing else in it is markup.</summary>
public static partial class MailHtml
{
    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as HTML, in the language of its reader.</summary>
    public static string From(string text, string language)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return $"""
            <div lang="{_html.Encode(language)}">
            {string.Concat(paragraphs.Select(paragraph => $"<p>{Lines(paragraph)}</p>\n"))}</div>
            """;
    }

    private static string Lines(string paragraph) => string.Join("<br>", paragraph.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var html = new System.Text.StringBuilder();
        var end = 0;
        foreach (var match in Address().Matches(line).Where(match => Uri.IsWellFormedUriString(match.Value, UriKind.Absolute)))
        {
            var address = _html.Encode(match.Value);
            html.Append(_html.Encode(line[end..match.Index])).Append("<a href=\"" + address + "\">" + address + "</a>");
            end = match.Index + match.Length;
        }

        return html.Append(_html.Encode(line[end..])).ToString();
    }

    [GeneratedRegex("""https?://[^\s<>"“”「」（）]*[^\s<>"“”「」（）.,;:!?)\]、。]""")]
    private static partial Regex Address();
}
