using System.ComponentModel.DataAnnotations;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Abuse;

/// <summary>The limits as they are filled in.</summary>
public sealed class AbuseForm : ISettingsForm<AbuseForm, AbuseSettings>
{
    private const string Number = "Enter a number from 0 to 1000000.";

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? RegistrationsPerAddressAndMinute { get; set; }

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? RegistrationsPerEmailAndHour { get; set; }

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? RegistrationsPerEventAndMinute { get; set; }

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? LinksPerAddressAndMinute { get; set; }

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? LinksPerEmailAndHour { get; set; }

    [Required(ErrorMessage = Number), Range(0, AbuseSettings.Most, ErrorMessage = Number)]
    public int? LinksPerEventAndMinute { get; set; }

    [Required(ErrorMessage = "Enter 0 to 60 seconds."), Range(0, 60, ErrorMessage = "Enter 0 to 60 seconds.")]
    public int? LeastSeconds { get; set; }

    [Required(ErrorMessage = "Enter 1 to 720 hours."), Range(1, 720, ErrorMessage = "Enter 1 to 720 hours.")]
    public int? MostHours { get; set; }

    [BindNever]
    public IReadOnlyList<string> Configured { get; set; } = [];

    public static AbuseForm Of(AbuseSettings settings) => new()
    {
        RegistrationsPerAddressAndMinute = settings.RegistrationsPerAddressAndMinute,
        RegistrationsPerEmailAndHour = settings.RegistrationsPerEmailAndHour,
        RegistrationsPerEventAndMinute = settings.RegistrationsPerEventAndMinute,
        LinksPerAddressAndMinute = settings.LinksPerAddressAndMinute,
        LinksPerEmailAndHour = settings.LinksPerEmailAndHour,
        LinksPerEventAndMinute = settings.LinksPerEventAndMinute,
        LeastSeconds = settings.LeastSeconds,
        MostHours = settings.MostHours,
    };

    public AbuseSettings ToSettings()
    {
        var usual = new AbuseSettings();
        return new()
        {
            RegistrationsPerAddressAndMinute = RegistrationsPerAddressAndMinute ?? usual.RegistrationsPerAddressAndMinute,
            RegistrationsPerEmailAndHour = RegistrationsPerEmailAndHour ?? usual.RegistrationsPerEmailAndHour,
            RegistrationsPerEventAndMinute = RegistrationsPerEventAndMinute ?? usual.RegistrationsPerEventAndMinute,
            LinksPerAddressAndMinute = LinksPerAddressAndMinute ?? usual.LinksPerAddressAndMinute,
            LinksPerEmailAndHour = LinksPerEmailAndHour ?? usual.LinksPerEmailAndHour,
            LinksPerEventAndMinute = LinksPerEventAndMinute ?? usual.LinksPerEventAndMinute,
            LeastSeconds = LeastSeconds ?? usual.LeastSeconds,
            MostHours = MostHours ?? usual.MostHours,
        };
    }
}
