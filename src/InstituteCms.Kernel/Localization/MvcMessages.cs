using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace InstituteCms.Kernel.Localization;

/// <summary>Has what MVC says about wrong input said in the visitor's language.</summary>
internal sealed class MvcMessages : IPostConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, IValidationMetadataProvider
{
    private readonly IStringLocalizer S;

    public MvcMessages(IStringLocalizer<MvcMessages> localizer) => S = localizer;

    public void Configure(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type);

    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);

        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => S["Enter a value."]);
        messages.SetMissingBindRequiredValueAccessor(field => S["Enter a value for {0}.", field]);
        messages.SetMissingKeyOrValueAccessor(() => S["Enter a value."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => S["Enter a value."]);
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => S["{0} is not valid for {1}.", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => S["{0} is not valid.", value]);
        messages.SetUnknownValueIsInvalidAccessor(field => S["The value is not valid for {0}.", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => S["The value is not valid."]);
        messages.SetValueIsInvalidAccessor(value => S["{0} is not valid.", value]);
        messages.SetValueMustBeANumberAccessor(field => S["Enter a number for {0}.", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => S["Enter a number."]);
    }

    /// <summary>Gives the attributes that say nothing of their own a text that can be translated.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = TextOf(attribute);
            }
        }
    }

    private static string? TextOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Enter a value for {0}.",
        EmailAddressAttribute or OrchardCore.Email.EmailAddressAttribute => "Enter an e-mail address for {0}.",
        StringLengthAttribute { MinimumLength: > 0 } => "{0} takes {2} to {1} characters.",
        StringLengthAttribute or MaxLengthAttribute => "{0} takes at most {1} characters.",
        MinLengthAttribute => "{0} takes at least {1} characters.",
        RangeAttribute => "{0} is between {1} and {2}.",
        UrlAttribute => "Enter an address that starts with https:// or http:// for {0}.",
        CompareAttribute => "{0} and {1} differ.",
        RegularExpressionAttribute => "{0} is not in the right form.",
        _ => null,
    };
}
