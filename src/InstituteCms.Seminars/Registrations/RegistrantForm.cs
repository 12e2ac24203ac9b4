using System.ComponentModel.DataAnnotations;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Registrations;

/// <summary>What a person types of themselves: to register, and to change it later.</summary>
public abstract class RegistrantForm : IValidatableObject
{
    /// <summary>Languages that mails are written in, with their own names.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } = new Dictionary<string, string> { ["en"] = "English", ["ja"] = "日本語" };

    public string? Name { get; set; }

    public string? Affiliation { get; set; }

    /// <summary>Answers to the event's own questions.</summary>
    [ValidateNever]
    public AnswersForm Answers { get; set; } = new();

    public string? Culture { get; set; }

    /// <summary>How many people come along.</summary>
    public int Guests { get; set; }

    /// <summary>Their names, a line each, as far as they are given.</summary>
    public string? Companions { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<RegistrationForm>>();
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new(S["Enter your name."], [nameof(Name)]);
        }
        else if (Name.Length > RegistrationRules.LongestName)
        {
            yield return new(S["Enter at most {0} characters.", RegistrationRules.LongestName], [nameof(Name)]);
        }

        if (Affiliation?.Length > RegistrationRules.LongestName)
        {
            yield return new(S["Enter at most {0} characters.", RegistrationRules.LongestName], [nameof(Affiliation)]);
        }

        if (Guests is < 0 or >= RegistrationRules.LargestParty)
        {
            yield return new(S["Enter how many people come with you, as a number."], [nameof(Guests)]);
        }
        else if (CompanionNames() is { } names && (names.Count > Guests || names.Any(name => name.Length > RegistrationRules.LongestName)))
        {
            yield return new(S["Enter one name a line, and no more names than people."], [nameof(Companions)]);
        }

        if (Culture is null || !Languages.ContainsKey(Culture))
        {
            yield return new(S["Choose a language."], [nameof(Culture)]);
        }
    }

    protected List<string> CompanionNames() => [.. (Companions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
