using System.ComponentModel.DataAnnotations;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Api;

/// <summary>The settings as they are filled in.</summary>
public sealed class ApiSettingsForm : ISettingsForm<ApiSettingsForm, ApiSettings>, IValidatableObject
{
    private const string Number = "Enter a number from 0 to 1000000.";

    public string? Origins { get; set; }

    [Required(ErrorMessage = Number), Range(0, ApiSettings.Most, ErrorMessage = Number)]
    public int? RequestsPerAddressAndMinute { get; set; }

    [BindNever]
    public IReadOnlyList<string> Configured { get; set; } = [];

    public static ApiSettingsForm Of(ApiSettings settings) => new() { Origins = settings.Origins, RequestsPerAddressAndMinute = settings.RequestsPerAddressAndMinute };

    public ApiSettings ToSettings() => new()
    {
        Origins = string.Join('\n', Lines()),
        RequestsPerAddressAndMinute = RequestsPerAddressAndMinute ?? new ApiSettings().RequestsPerAddressAndMinute,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var S = validationContext.GetRequiredService<IStringLocalizer<ApiSettingsForm>>();
        if (Lines().FirstOrDefault(line => line != ApiSettings.AnyOrigin && !IsOrigin(line)) is { } wrong)
        {
            yield return new(S["“{0}” is no origin. Enter one such as https://www.department.example on each line, or * for all.", wrong], [nameof(Origins)]);
        }
    }

    private static bool IsOrigin(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.GetLeftPart(UriPartial.Authority) == line.TrimEnd('/');

    private string[] Lines() => (Origins ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
