using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace InstituteCms.Kernel.Headless.Tokens;

/// <summary>The secret of an access token: 256 random bits behind a prefix by which people and scanners know it for what it is.</summary>
internal static class AccessTokenSecret
{
    /// <summary>Length of a hash: SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    private const string Scheme = "Bearer ";
    private const string Prefix = "icms_";
    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a secret. Unsalted, since it cannot be guessed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether the request's bearer token is one of these.</summary>
    public static bool IsIn(HttpRequest request) => Read(request) is not null;

    /// <summary>The secret that the request carries; null where it carries none.</summary>
    public static string? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme + Prefix, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}
