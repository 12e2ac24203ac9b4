using System.Net;
using System.Text.RegularExpressions;

namespace InstituteCms;

/// <summary>The words of rich text, for descriptions and feeds.</summary>
public static partial class PlainText
{
    /// <summary>The text without its tags, cut at a word when longer than <paramref name="maxLength"/>.</summary>
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

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
