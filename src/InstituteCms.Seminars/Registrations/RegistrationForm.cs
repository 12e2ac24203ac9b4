using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InstituteCms.Privacy;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace InstituteCms.Registrations;

/// <summary>What a visitor types to register.</summary>
public sealed class RegistrationForm : IValidatableObject
{
    private const int MaxLength = 200;

    /// <summary>Languages that mails are written in, with their own names.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } = new Dictionary<string, string> { ["en"] = "English", ["ja"] = "日本語" };

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Affiliation { get; set; }

    /// <summary>Answers to the event's own questions.</summary>
    [ValidateNever]
    public AnswersForm Answers { get; set; } = new();

    public string? Culture { get; set; }

    /// <summary>How many people come along.</summary>
    public int Guests { get; set; }

    /// <summary>Their names, a line each, as far as they are given.</summary>
    public string? Companions { get; set; }

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

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<RegistrationForm>>();
        var addresses = validationContext.GetRequiredService<IEmailAddressValidator>();
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new(S["Enter your name."], [nameof(Name)]);
        }
        else if (Name.Length > MaxLength)
        {
            yield return new(S["Enter at most {0} characters.", MaxLength], [nameof(Name)]);
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            yield return new(S["Enter your e-mail address."], [nameof(Email)]);
        }
        else if (EmailAddressKey.From(Email).Length > EmailAddressKey.MaxLength || !addresses.Validate(EmailAddressKey.Fold(Email)))
        {
            yield return new(S["Enter an e-mail address, such as name@example.org."], [nameof(Email)]);
        }

        if (Affiliation?.Length > MaxLength)
        {
            yield return new(S["Enter at most {0} characters.", MaxLength], [nameof(Affiliation)]);
        }

        if (Guests is < 0 or >= RegistrationRules.LargestParty)
        {
            yield return new(S["Enter how many people come with you, as a number."], [nameof(Guests)]);
        }
        else if (CompanionNames() is { } names && (names.Count > Guests || names.Any(name => name.Length > MaxLength)))
        {
            yield return new(S["Enter one name a line, and no more names than people."], [nameof(Companions)]);
        }

        if (Culture is null || !Languages.ContainsKey(Culture))
        {
            yield return new(S["Choose a language."], [nameof(Culture)]);
        }

        if (!Consent)
        {
            yield return new(S["Please agree that your data is used as described above; without it you cannot be registered."], [nameof(Consent)]);
        }
    }

    private List<string> CompanionNames() => [.. (Companions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
