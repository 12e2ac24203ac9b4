using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Mail;

/// <summary>What the site's administrators say about mail; it goes over the host's configuration.</summary>
public sealed class MailSettings
{
    /// <summary>Whom mail is from that says nothing; empty for the host's.</summary>
    public string? DefaultSender { get; set; }

    /// <summary>The site's own mail server; empty for what the host has configured.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>None, StartTls, SslTls or Auto.</summary>
    public string Encryption { get; set; } = "StartTls";

    /// <summary>The name to sign in with there; empty for none.</summary>
    public string? UserName { get; set; }

    /// <summary>The password, under data protection.</summary>
    public string? ProtectedPassword { get; set; }
}

/// <summary>Protects the password of the mail server.</summary>
public sealed class MailPassword
{
    private readonly IDataProtector _protector;

    /// <summary>Uses the tenant's keys.</summary>
    public MailPassword(IDataProtectionProvider protection) => _protector = protection.CreateProtector("InstituteCms.Mail.Password");

    /// <summary>What is stored.</summary>
    public string Protect(string password) => _protector.Protect(password);

    internal string? Unprotect(string? stored)
    {
        try
        {
            return string.IsNullOrEmpty(stored) ? null : _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null; // Another site's: it has to be entered anew, as the mail server's answer will say.
        }
    }
}

/// <summary>Lays the site's settings over the configuration.</summary>
internal sealed class SiteMail : IPostConfigureOptions<SmtpOptions>
{
    private readonly ISiteService _sites;
    private readonly MailPassword _password;

    public SiteMail(ISiteService sites, MailPassword password) => (_sites, _password) = (sites, password);

    public void PostConfigure(string? name, SmtpOptions options)
    {
        var settings = _sites.GetSiteSettings().GetOrCreate<MailSettings>();
        if (!string.IsNullOrWhiteSpace(settings.DefaultSender))
        {
            options.DefaultSender = settings.DefaultSender;
        }

        if (!string.IsNullOrWhiteSpace(settings.Host))
        {
            options.DeliveryMethod = "Network";
            options.Host = settings.Host;
            options.Port = settings.Port;
            options.AutoSelectEncryption = settings.Encryption == "Auto";
            options.EncryptionMethod = settings.Encryption;
            options.RequireCredentials = !string.IsNullOrEmpty(settings.UserName);
            options.UserName = settings.UserName;
            options.Password = _password.Unprotect(settings.ProtectedPassword);
        }
    }
}

/// <summary>What came of a test mail.</summary>
/// <param name="Succeeded">Whether it was taken.</param>
/// <param name="Meaning">What went wrong, in the reader's language; empty where nothing did.</param>
/// <param name="Answer">What the server, or the connection to it, said in its own words.</param>
public sealed record MailTrial(bool Succeeded, string Meaning, string Answer);

/// <summary>Tries how mail goes out.</summary>
public interface IMailTest
{
    /// <summary>Sends a mail, and gives what came of it.</summary>
    Task<MailTrial> TryAsync(OrchardCore.Email.MailMessage message, CancellationToken cancellationToken);

    /// <summary>Where mail goes: a server, or a folder.</summary>
    string Way { get; }
}
