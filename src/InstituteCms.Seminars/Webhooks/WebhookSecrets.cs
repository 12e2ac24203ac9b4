using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace InstituteCms.Webhooks;

/// <summary>Keeps the secrets that messages are signed with: encrypted, since signing needs them whole.</summary>
public sealed class WebhookSecrets
{
    private readonly IDataProtector _protector;

    public WebhookSecrets(IDataProtectionProvider protection) => _protector = protection.CreateProtector("InstituteCms.Webhooks.Secret");

    /// <summary>Gives an endpoint a new secret; the one before signs beside it for a day, so that its reader has time to change.</summary>
    /// <returns>The secret, which is shown once.</returns>
    public string Renew(WebhookEndpoint endpoint, DateTime nowUtc)
    {
        var secret = WebhookSignature.CreateSecret();
        endpoint.Secrets =
        [
            new() { Protected = _protector.Protect(secret), CreatedUtc = nowUtc },
            .. endpoint.Secrets.Take(1).Select(last => new WebhookEndpointSecret { Protected = last.Protected, CreatedUtc = last.CreatedUtc, EndsUtc = nowUtc + WebhookRetry.RotationTime }),
        ];
        return secret;
    }

    /// <summary>The secrets that sign now, the newest first; <see langword="null"/> where the site's keys are others than when they were made.</summary>
    public IReadOnlyList<string>? Open(WebhookEndpoint endpoint, DateTime nowUtc)
    {
        try
        {
            return [.. endpoint.Secrets.Where(secret => secret.EndsUtc is null || nowUtc < secret.EndsUtc).Select(secret => _protector.Unprotect(secret.Protected))];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
