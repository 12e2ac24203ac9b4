namespace InstituteCms.Languages;

/// <summary>The languages of the site, as the localisation feature stores them: its name in the settings is that of this class.</summary>
public sealed class LocalizationSettings
{
    public string[] SupportedCultures { get; set; } = ["en", "ja"];
}
