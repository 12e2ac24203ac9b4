namespace InstituteCms.Kernel.Mail;

/// <summary>How mail is delivered: section <c>OrchardCore_Email_Smtp</c>. Without a host it goes to the tenant's folder.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "OrchardCore_Email_Smtp";

    public string? DefaultSender { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    public bool AutoSelectEncryption { get; set; }

    /// <summary>None, SslTls or StartTls.</summary>
    public string EncryptionMethod { get; set; } = "None";

    public bool RequireCredentials { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Network or SpecifiedPickupDirectory.</summary>
    public string DeliveryMethod { get; set; } = "Network";

    public bool UsesFolder => string.IsNullOrWhiteSpace(Host) || DeliveryMethod == "SpecifiedPickupDirectory";

    /// <summary>Whom mail is from that says nothing; a folder takes it even where nobody has configured a sender.</summary>
    public string? Sender => string.IsNullOrWhiteSpace(DefaultSender) && UsesFolder ? "no-reply@localhost" : DefaultSender;
}
