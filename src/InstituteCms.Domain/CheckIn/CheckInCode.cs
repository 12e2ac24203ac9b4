using System.Security.Cryptography;
using System.Text;
using InstituteCms.Registrations;

namespace InstituteCms.CheckIn;

/// <summary>
/// The code on a ticket: eight letters and digits that nobody confuses (Crockford's base 32, 40 bits). It follows one way from the hash of the registration's
/// first personal link, so it is stored nowhere, and whoever sees a ticket learns nothing that opens the personal page.
/// </summary>
public static class CheckInCode
{
    /// <summary>Letters and digits of a code.</summary>
    public const int Length = 8;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsEach = 5;

    /// <summary>The code of a registration.</summary>
    /// <param name="tokenHash"><see cref="PersonalToken.Hash"/> of its first link. When all links are ended, the code changes, too.</param>
    public static string Of(string tokenHash)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("check-in:" + tokenHash));
        var bits = bytes.Take(Length * BitsEach / 8).Aggregate(0UL, (sum, one) => (sum << 8) | one);
        return string.Create(Length, bits, (code, all) =>
        {
            for (var place = 0; place < Length; place++)
            {
                code[place] = Alphabet[(int)(all >> ((Length - 1 - place) * BitsEach)) & 31];
            }
        });
    }

    /// <summary>The code as people read it out: in two groups.</summary>
    public static string Spaced(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";

    /// <summary>A code as it may be typed: in any case and grouping, with O for 0 and I or L for 1. <see langword="null"/> where it is none.</summary>
    public static string? Parse(string? typed)
    {
        var letters = EmailAddressKey.Fold(typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Known).ToArray();
        return letters.Length == Length && Array.TrueForAll(letters, letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? new(letters) : null;
    }

    /// <summary>What a phone at the door keeps instead of the code: enough to know a ticket, and no help to make one.</summary>
    public static string Fingerprint(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    private static char Known(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };
}
