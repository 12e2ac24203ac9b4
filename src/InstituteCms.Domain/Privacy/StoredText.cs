using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace InstituteCms.Privacy;

/// <summary>Reads text the way it was written down: as JSON, HTML, in an address, in a mail.</summary>
public static partial class StoredText
{
    /// <summary>The text as it stands, and what it says to whoever decodes it.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        yield return text;
        if (text.Contains("\\u", StringComparison.Ordinal))
        {
            yield return JsonEscape().Replace(text, letter => ((char)int.Parse(letter.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        }

        if (text.Contains('&', StringComparison.Ordinal))
        {
            yield return WebUtility.HtmlDecode(text);
        }

        if (text.Contains('%', StringComparison.Ordinal))
        {
            yield return Uri.UnescapeDataString(text);
        }

        if (text.Contains('=', StringComparison.Ordinal))
        {
            yield return QuotedPrintable(text);
        }
    }

    /// <summary>What of <paramref name="text"/> certainly stands in Base64 of anything that holds it, wherever in it that is.</summary>
    public static IEnumerable<string> Base64(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            var coded = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var first = (before * 8 + 5) / 6;
            var last = coded.Length - ((before + bytes.Length) % 3 == 0 ? 0 : 1);
            yield return coded[first..last];
        }
    }

    private static string QuotedPrintable(string text) => CodedLetters().Replace(
        SoftBreak().Replace(text, ""),
        letters => Encoding.UTF8.GetString(Convert.FromHexString(letters.Value.Replace("=", "", StringComparison.Ordinal))));

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}")]
    private static partial Regex JsonEscape();

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("(?:=[0-9A-F]{2})+")]
    private static partial Regex CodedLetters();
}
