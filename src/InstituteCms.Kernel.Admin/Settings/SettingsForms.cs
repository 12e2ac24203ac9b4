using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Background;
using InstituteCms.Kernel.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InstituteCms.Kernel.Admin.Settings;

/// <summary>The site as a whole.</summary>
public sealed class GeneralForm
{
    /// <summary>The languages that pages are written in.</summary>
    public static readonly string[] Languages = ["en", "ja"];

    /// <summary>The site's name.</summary>
    [Required(ErrorMessage = "Enter the name of the site.")]
    [StringLength(200, ErrorMessage = "At most 200 characters.")]
    public string SiteName { get; set; } = string.Empty;

    /// <summary>The address in mails; empty for the one that is asked for.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>IANA name of the zone.</summary>
    public string TimeZoneId { get; set; } = "UTC";

    /// <summary>Languages that visitors are offered.</summary>
    public IList<string> SupportedCultures { get; set; } = [];

    /// <summary>The language of those whose own is not offered.</summary>
    public string DefaultCulture { get; set; } = "en";

    /// <summary>Days that the audit trail is kept.</summary>
    [Range(30, 3650, ErrorMessage = "Enter 30 to 3650 days.")]
    public int AuditDays { get; set; }
}

/// <summary>How mail goes out.</summary>
public sealed class MailForm
{
    /// <summary>The ways to encrypt.</summary>
    public static readonly string[] Encryptions = ["StartTls", "SslTls", "Auto", "None"];

    /// <summary>Whom mail is from.</summary>
    public string? DefaultSender { get; set; }

    /// <summary>The server; empty for the host's.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    [Range(1, 65535, ErrorMessage = "Enter a port from 1 to 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public string Encryption { get; set; } = "StartTls";

    /// <summary>The name to sign in with there.</summary>
    public string? UserName { get; set; }

    /// <summary>A new password; empty to keep the one there is.</summary>
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>Whether there is one.</summary>
    [BindNever]
    public bool HasPassword { get; set; }

    /// <summary>Where mail goes at present.</summary>
    [BindNever]
    public string Way { get; set; } = string.Empty;

    /// <summary>Whom a test goes to, unless another address is entered.</summary>
    [BindNever]
    public string? TestTo { get; set; }

    /// <summary>What the last test came to.</summary>
    [BindNever]
    public TestAnswer? Test { get; set; }
}

/// <summary>What a test mail came to.</summary>
public sealed record TestAnswer(string To, MailTrial Trial);

/// <summary>How the site is.</summary>
public sealed record HealthViewModel(HealthReport Report, IReadOnlyList<BackgroundTaskState> Tasks)
{
    /// <summary>After its time by so much, a task is late: rounds come every minute, and some take long.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);
}
