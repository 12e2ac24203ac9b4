using System.Net;
using System.Text.RegularExpressions;

namespace InstituteCms;

/// <summary>Between rich text and its words.</summary>
public static partial class PlainText
{
    /// <summary>For descriptions and feeds: the text without its tags, cut at a word when longer than <paramref name="maxLength"/>.</summary>
    public static string Of(string? html, int maxLength = int.MaxValue)
    {
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html ?? "", " ")), " ").Trim();
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', maxLength - 1);
        return text[..(end > maxLength / 2 ? end : maxLength - 1)] + "…";
    }

    /// <summary>A paragraph for each line that is not empty; <see langword="null"/> where there is none.</summary>
    public static string? ToHtml(string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? null : string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
