using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace InstituteCms.Registrations;

/// <summary>The form of an e-mail address by which two spellings of the same address are known to be one.</summary>
/// <remarks>
/// White space around it goes, compatibility forms are folded (full-width letters and at signs, as typed on a Japanese keyboard), and case
/// is ignored. Nothing is assumed about any provider: dots and "+tags" stay, for elsewhere they tell people apart.
/// </remarks>
public static class EmailAddressKey
{
    /// <summary>The longest address that a mail system must take (RFC 5321).</summary>
    public const int MaxLength = 254;

    /// <summary>The key of <paramref name="address"/>.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are written in lower case, and the key may be seen by people.")]
    public static string From(string address) => Fold(address).ToLowerInvariant().Normalize(NormalizationForm.FormKC);

    /// <summary>The address as it is written to: folded like the key, but in the case in which it was typed.</summary>
    public static string Fold(string address) => address.Normalize(NormalizationForm.FormKC).Trim();
}
