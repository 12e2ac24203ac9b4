using System.Net;
using System.Text.RegularExpressions;

namespace InstituteCms.Editors;

/// <summary>What rich text leads to and shows.</summary>
public static partial class RichText
{
    /// <summary>Addresses of its links and pictures.</summary>
    public static IEnumerable<string> Addresses(string? html) =>
        Tag().Matches(html ?? "").SelectMany(tag => Address().Matches(tag.Value)).Select(match => WebUtility.HtmlDecode(match.Groups["value"].Value).Trim()).Distinct();

    /// <summary>Whether a picture in it is not described.</summary>
    public static bool HasPictureWithoutAltText(string? html) =>
        Tag().Matches(html ?? "").Any(tag => tag.Value.StartsWith("<img", StringComparison.OrdinalIgnoreCase) && !Described().IsMatch(tag.Value));

    [GeneratedRegex("""<(?:a|img)\s(?:[^"'>]|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?:href|src)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""\salt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s])""", RegexOptions.IgnoreCase)]
    private static partial Regex Described();
}
