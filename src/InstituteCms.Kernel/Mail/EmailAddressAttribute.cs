#nullable disable
using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Mail;

namespace OrchardCore.Email;

/// <summary>Takes one mail address, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public class EmailAddressAttribute : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult IsValid(object value, ValidationContext validationContext) =>
        value is null or "" || value is string text && new EmailAddressValidator().Validate(text)
            ? ValidationResult.Success
            : new ValidationResult(FormatErrorMessage(validationContext.DisplayName));
}
