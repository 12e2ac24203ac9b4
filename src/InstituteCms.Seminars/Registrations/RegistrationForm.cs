using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InstituteCms.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace InstituteCms.Registrations;

/// <summary>What a visitor types to register.</summary>
public sealed class RegistrationForm : RegistrantForm
{
    public string? Email { get; set; }

    /// <summary>How the person takes part, where there is a choice.</summary>
    public AttendanceMode? Mode { get; set; }

    public bool Consent { get; set; }

    /// <summary>What the person may agree to besides.</summary>
    public OptionalConsents Optional { get; set; } = new();

    /// <summary>Version of the privacy notice that stood above the form.</summary>
    public string? NoticeVersion { get; set; }

    /// <summary>Out of people's sight: only robots fill it in.</summary>
    public string? Website { get; set; }

    public bool IsFromRobot => !string.IsNullOrEmpty(Website);

    /// <summary>An empty form in the language of the page.</summary>
    public static RegistrationForm Empty()
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new() { Culture = Languages.ContainsKey(language) ? language : "en" };
    }

    public Registrant ToRegistrant(PrivacyNotice notice) => new(Name!.Trim(), Email!, Affiliation?.Trim() ?? "", Culture!, notice, CompanionNames(), 1 + Guests);

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<RegistrationForm>>();
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            yield return new(S["Enter your e-mail address."], [nameof(Email)]);
        }
        else if (EmailAddressKey.From(Email).Length > EmailAddressKey.MaxLength
            || !validationContext.GetRequiredService<IEmailAddressValidator>().Validate(EmailAddressKey.Fold(Email)))
        {
            yield return new(S["Enter an e-mail address, such as name@example.org."], [nameof(Email)]);
        }

        if (!Consent)
        {
            yield return new(S["Please agree that your data is used as described above; without it you cannot be registered."], [nameof(Consent)]);
        }
    }
}
