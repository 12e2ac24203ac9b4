using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using InstituteCms.Registrations;

namespace InstituteCms.Privacy;

/// <summary>Recognises people in whatever was stored, by their names and addresses and however these are written down there.</summary>
public sealed class PersonTrace
{
    /// <summary>Anything shorter is found everywhere.</summary>
    public const int LeastLength = 4;

    private readonly SearchValues<string> _forms;
    private readonly SearchValues<string> _coded;

    /// <summary>Looks for all of them at once.</summary>
    /// <param name="said">Names and addresses; those that are too short are left out.</param>
    public PersonTrace(IEnumerable<string?> said)
    {
        var typed = said.OfType<string>().Select(one => one.Trim()).Where(IsFit).Distinct().ToArray();
        IsEmpty = typed.Length == 0;
        _forms = SearchValues.Create([.. typed.Select(EmailAddressKey.From).Distinct()], StringComparison.Ordinal);
        _coded = SearchValues.Create([.. typed.Concat(typed.Select(EmailAddressKey.From)).Distinct().SelectMany(StoredText.Base64)], StringComparison.Ordinal);
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether a name or address is long enough to be looked for.</summary>
    public static bool IsFit(string? said) => said is not null && EmailAddressKey.From(said).Length >= LeastLength;

    /// <summary>Whether somebody is named in <paramref name="text"/>.</summary>
    public bool IsIn(string text) => !IsEmpty && StoredText.Readings(text).Any(reading => Fold(reading).AsSpan().ContainsAny(_forms));

    /// <summary>Whether somebody is named in <paramref name="file"/>, read as mail is written too: in Base64.</summary>
    public bool IsInFile(string file) =>
        !IsEmpty && (IsIn(file) || string.Concat(file.Split('\r', '\n', ' ', '\t')).AsSpan().ContainsAny(_coded));

    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are compared in lower case.")]
    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Fold(string text)
    {
        try
        {
            return Ascii.IsValid(text) ? Lower(text) : EmailAddressKey.From(text);
        }
        catch (ArgumentException)
        {
            return Lower(text); // No text at all: halves of letters.
        }
    }
}
