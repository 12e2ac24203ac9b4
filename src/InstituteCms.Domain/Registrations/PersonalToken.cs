using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace InstituteCms.Registrations;

/// <summary>The secret in a registrant's personal link: 128 random bits. Only its <see cref="Hash"/> is stored.</summary>
public sealed class PersonalToken
{
    /// <summary>Length of <see cref="Value"/>: 128 bits in base64url, without padding.</summary>
    public const int Length = 22;

    /// <summary>Length of <see cref="Hash"/>: SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    private const int Bytes = 16;

    private PersonalToken(string value) => Value = value;

    /// <summary>The secret as it stands in the link.</summary>
    public string Value { get; }

    /// <summary>What is stored of the secret: lower-case SHA-256. Unsalted, since 128 random bits cannot be guessed.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Value)));

    /// <summary>A new secret.</summary>
    public static PersonalToken Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads a secret from a link; only the one spelling that <see cref="Create"/> writes is taken.</summary>
    public static bool TryParse(string? value, [NotNullWhen(true)] out PersonalToken? token)
    {
        token = null;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (value?.Length != Length || !Base64Url.IsValid(value, out var length) || length != Bytes
            || !Base64Url.TryDecodeFromChars(value, bytes, out _) || Base64Url.EncodeToString(bytes) != value)
        {
            return false;
        }

        token = new PersonalToken(value);
        return true;
    }

    /// <summary>Whether <paramref name="hash"/> is this secret's, in a time that tells nothing about how much of it agrees.</summary>
    public bool Matches(string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <summary>Never the secret, so that no log can hold it by accident.</summary>
    public override string ToString() => nameof(PersonalToken);
}
