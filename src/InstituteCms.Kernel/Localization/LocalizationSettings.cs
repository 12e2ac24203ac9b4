#nullable disable
namespace OrchardCore.Localization.Models;

/// <summary>The languages of a site.</summary>
public class LocalizationSettings
{
    /// <summary>The culture of visitors whose own is not supported.</summary>
    public string DefaultCulture { get; set; } = "en";

    /// <summary>Cultures that the site is offered in.</summary>
    public string[] SupportedCultures { get; set; } = ["en", "ja"];
}
