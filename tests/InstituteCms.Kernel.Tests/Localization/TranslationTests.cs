using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using InstituteCms.Kernel.Localization;

namespace InstituteCms.Kernel.Tests.Localization;

/// <summary>Whatever the pages say, they say in Japanese too.</summary>
public sealed partial class TranslationTests
{
    private static readonly string _source = Path.Combine(Path.GetDirectoryName(Here())!, "../../../src");

    [Fact]
    public void Every_text_of_the_source_has_its_Japanese()
    {
        var known = Files("*.po").SelectMany(file => PoParser.Parse(new StringReader(File.ReadAllText(file)))).Select(entry => entry.Key).ToHashSet();
        var texts = Files("*.cs").Concat(Files("*.cshtml"))
            .SelectMany(file => Text().Matches(File.ReadAllText(file)).Select(match => (Text: Regex.Unescape(match.Groups["text"].Value), File: Path.GetFileName(file))))
            .Where(found => found.Text.Any(char.IsAsciiLetter))
            .ToList();

        Assert.True(texts.Count > 500, "The texts are found.");
        Assert.DoesNotContain(texts, found => !known.Contains(found.Text));
    }

    [Fact]
    public void No_file_translates_a_text_twice() =>
        Assert.All(Files("*.po").Where(file => Path.GetFileName(file) == "ja.po"), file => Assert.Empty(PoParser.Parse(new StringReader(File.ReadAllText(file)))
            .GroupBy(entry => (entry.Context, entry.Key)).Where(same => same.Count() > 1).Select(same => same.Key)));

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(_source, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => path;

    // Texts for a reader, messages of validation, and what permissions and background tasks are called.
    [GeneratedRegex("""(?:\b[STH]\[|ErrorMessage = |Plural\([^,\n]+, |new Permission\("\w+", |Permission \w+ = new\("\w+", |(?<=\[BackgroundTask\([^\]]*)(?:Title|Description) = )"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Text();
}
