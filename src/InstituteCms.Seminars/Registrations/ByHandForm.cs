using System.ComponentModel.DataAnnotations;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace InstituteCms.Registrations;

/// <summary>What an organiser types to register somebody.</summary>
public sealed class ByHandForm : IValidatableObject
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Affiliation { get; set; }

    /// <summary>How the person takes part, at an event that has both ways.</summary>
    public AttendanceMode Mode { get; set; }

    /// <summary>Language of mails.</summary>
    public string? Culture { get; set; }

    /// <summary>How many people come along.</summary>
    public int Guests { get; set; }

    /// <summary>Their names, a line each, as far as they are given.</summary>
    public string? Companions { get; set; }

    /// <summary>Answers to the event's questions, as far as they are known.</summary>
    [ValidateNever]
    public AnswersForm Answers { get; set; } = new();

    /// <summary>Whether the person may have a seat that is kept for invited guests.</summary>
    public bool Invited { get; set; }

    /// <summary>Whether the person joins the waiting list where no seat is free.</summary>
    public bool MayWait { get; set; }

    /// <summary>Whether the person gets the mail that everybody gets.</summary>
    public bool Tells { get; set; }

    /// <summary>Whether the person knows what the data is used for.</summary>
    public bool Consent { get; set; }

    /// <summary>Kept in the history.</summary>
    public string? Why { get; set; }

    /// <summary>A form that nobody has filled in yet.</summary>
    public static ByHandForm Empty() => new() { Culture = RegistrationForm.Empty().Culture, Tells = true };

    public Registrant ToRegistrant(PrivacyNotice notice) => new(Name!.Trim(), Email!, Affiliation?.Trim() ?? "", Culture!, notice, CompanionNames(), 1 + Guests, Invited) { Mode = Mode };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<ByHandForm>>();
        var addresses = validationContext.GetRequiredService<IEmailAddressValidator>();
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new(S["Enter a name."], [nameof(Name)]);
        }
        else if (Name.Length > RegistrationRules.LongestName)
        {
            yield return new(S["Enter at most {0} characters.", RegistrationRules.LongestName], [nameof(Name)]);
        }

        if (string.IsNullOrWhiteSpace(Email) || EmailAddressKey.From(Email).Length > EmailAddressKey.MaxLength || !addresses.Validate(EmailAddressKey.Fold(Email)))
        {
            yield return new(S["Enter an e-mail address, such as name@example.org."], [nameof(Email)]);
        }

        if (Affiliation?.Length > RegistrationRules.LongestName)
        {
            yield return new(S["Enter at most {0} characters.", RegistrationRules.LongestName], [nameof(Affiliation)]);
        }

        if (Guests is < 0 or >= RegistrationRules.LargestParty)
        {
            yield return new(S["Enter how many people come along, as a number."], [nameof(Guests)]);
        }
        else if (CompanionNames() is { } names && (names.Count > Guests || names.Any(name => name.Length > RegistrationRules.LongestName)))
        {
            yield return new(S["Enter one name a line, and no more names than people."], [nameof(Companions)]);
        }

        if (Culture is null || !RegistrationForm.Languages.ContainsKey(Culture))
        {
            yield return new(S["Choose a language."], [nameof(Culture)]);
        }

        if (!Consent)
        {
            yield return new(S["Without the person's wish nobody is registered."], [nameof(Consent)]);
        }
    }

    private List<string> CompanionNames() => [.. (Companions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
