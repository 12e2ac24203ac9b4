using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Email;

namespace InstituteCms.Registrations;

/// <summary>What somebody types who has lost the personal link.</summary>
public sealed class LostLinkForm : IValidatableObject
{
    public string? Email { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<RegistrationForm>>();
        if (string.IsNullOrWhiteSpace(Email))
        {
            yield return new(S["Enter your e-mail address."], [nameof(Email)]);
        }
        else if (EmailAddressKey.From(Email).Length > EmailAddressKey.MaxLength
            || !validationContext.GetRequiredService<IEmailAddressValidator>().Validate(EmailAddressKey.Fold(Email)))
        {
            yield return new(S["Enter an e-mail address, such as name@example.org."], [nameof(Email)]);
        }
    }
}

/// <summary>The page with it.</summary>
public sealed record LostLinkPage(ContentItem Event, LostLinkForm Form);
