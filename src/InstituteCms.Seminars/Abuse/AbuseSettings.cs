using InstituteCms.Settings;

namespace InstituteCms.Abuse;

/// <summary>How often forms that anybody may send are taken; 0 is no limit. A lecture hall behind one address must get through.</summary>
public sealed class AbuseSettings : IConfigurableSettings<AbuseSettings>
{
    public const int Most = 1_000_000;

    /// <summary>Registrations sent from one network address.</summary>
    public int RegistrationsPerAddressAndMinute { get; set; } = 600;

    /// <summary>Registrations sent with one e-mail address, whoever sends them.</summary>
    public int RegistrationsPerEmailAndHour { get; set; } = 30;

    /// <summary>Registrations sent for one event.</summary>
    public int RegistrationsPerEventAndMinute { get; set; } = 3_000;

    /// <summary>Lost links asked for from one network address.</summary>
    public int LinksPerAddressAndMinute { get; set; } = 60;

    /// <summary>Lost links asked for with one e-mail address.</summary>
    public int LinksPerEmailAndHour { get; set; } = 6;

    /// <summary>Lost links asked for at one event.</summary>
    public int LinksPerEventAndMinute { get; set; } = 300;

    /// <summary>Seconds within which nobody fills in a form.</summary>
    public int LeastSeconds { get; set; } = 2;

    /// <summary>Hours for which a form may stand open.</summary>
    public int MostHours { get; set; } = 24;

    public static string Section => "InstituteCms_Abuse";

    public AbuseSettings Copy() => (AbuseSettings)MemberwiseClone();
}
