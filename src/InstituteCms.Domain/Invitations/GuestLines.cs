using System.Text.RegularExpressions;
using InstituteCms.Registrations;

namespace InstituteCms.Invitations;

/// <summary>Somebody to be invited, as an organiser wrote it.</summary>
/// <param name="Line">1 for the first.</param>
/// <param name="Email">Folded, but not looked at otherwise.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Language">Where the line says it: <c>en</c> or <c>ja</c>.</param>
public sealed record Guest(int Line, string Email, string Name, string? Language);

/// <summary>Reads lists of guests as they are typed, copied out of a mail program, or saved by a spreadsheet.</summary>
public static partial class GuestLines
{
    private static readonly string[] _languages = ["en", "ja"];
    private static readonly string[] _headWords = ["mail", "メール", "アドレス"];

    /// <summary>The guests, and the lines in which no address was found, or nobody can tell whose name belongs to which.</summary>
    public static (IReadOnlyList<Guest> Guests, IReadOnlyList<int> Unreadable) Read(string text)
    {
        var guests = new List<Guest>();
        var unreadable = new List<int>();
        var isFirst = true;
        foreach (var (at, line) in text.ReplaceLineEndings("\n").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var read = ReadLine(at + 1, Fields(line)).ToList();
            if (read.Count > 0)
            {
                guests.AddRange(read);
            }
            else if (!isFirst || !IsHead(line))
            {
                unreadable.Add(at + 1);
            }

            isFirst = false;
        }

        return (guests, unreadable);
    }

    private static IEnumerable<Guest> ReadLine(int line, IReadOnlyList<string> fields)
    {
        var addresses = fields.Where(IsAddress).Select(Split).ToList();
        var others = fields.Where(field => !IsAddress(field)).ToList();
        var language = others.Find(_languages.Contains);
        var names = others.Where(field => !_languages.Contains(field)).ToList();
        return addresses switch
        {
            [var (name, email)] => [new(line, email, string.Join(' ', names.Append(name).Where(part => part.Length > 0)), language)],
            _ when names.Count == 0 => addresses.Select(address => new Guest(line, address.Email, address.Name, language)),
            _ => [],
        };
    }

    private static bool IsHead(string line) => _headWords.Any(word => EmailAddressKey.From(line).Contains(EmailAddressKey.From(word), StringComparison.Ordinal));

    private static bool IsAddress(string field) => field.Contains('@', StringComparison.Ordinal) || field.Contains('＠', StringComparison.Ordinal);

    private static (string Name, string Email) Split(string field) => Named().Match(field) is { Success: true } named
        ? (named.Groups["name"].Value.Trim(' ', '"', '\u3000'), EmailAddressKey.Fold(named.Groups["email"].Value))
        : ("", EmailAddressKey.Fold(field));

    private static string[] Fields(string line) =>
        [.. Field().Matches(line).Select(field => field.Value.Replace("\"\"", "\"", StringComparison.Ordinal).Trim(' ', '"', '\u3000', '\t')).Where(field => field.Length > 0)];

    [GeneratedRegex("(?:\"(?:[^\"]|\"\")*\"|[^,;\\t，；、\"])+")]
    private static partial Regex Field();

    [GeneratedRegex("^(?<name>[^<>]*)<(?<email>[^<>]+)>$")]
    private static partial Regex Named();
}
