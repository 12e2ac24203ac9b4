using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The authenticator on somebody's phone.</summary>
public static class Authenticator
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>What it shows now: RFC 6238, six digits, SHA-1, by the machine's own clock as ASP.NET Core Identity reads it.</summary>
    public static string Code(string key)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's own algorithm.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
