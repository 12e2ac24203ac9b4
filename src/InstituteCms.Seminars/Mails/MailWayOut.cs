using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace InstituteCms.Mails;

/// <summary>The secret of a link that ends mails which one can do without: it names a registration, and opens nothing.</summary>
public sealed class MailWayOut
{
    private readonly IDataProtector _protector;

    public MailWayOut(IDataProtectionProvider protection) => _protector = protection.CreateProtector("InstituteCms.Mails.WayOut");

    public string Protect(long registrationId) => _protector.Protect(registrationId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The registration's document id, or <see langword="null"/> for a secret that is none.</summary>
    public long? Open(string secret)
    {
        try
        {
            return long.Parse(_protector.Unprotect(secret), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
