using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InstituteCms.Webhooks;

/// <summary>Secrets and signatures as Standard Webhooks writes them (https://www.standardwebhooks.com).</summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const int SecretBytes = 32;

    /// <summary>A new secret: <c>whsec_</c> and 256 random bits.</summary>
    public static string CreateSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The header <c>webhook-signature</c>: one signature for each secret, so that a reader who knows any of them is content.</summary>
    /// <param name="secrets">As <see cref="CreateSecret"/> makes them.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970, UTC.</param>
    /// <param name="body">The body, byte for byte as it is sent in UTF-8.</param>
    /// <exception cref="FormatException">A secret is not base64.</exception>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', secrets.Select(secret =>
            "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed))));
    }
}
