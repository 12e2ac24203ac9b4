#nullable disable
namespace OrchardCore.Localization;

/// <summary>Tells the languages of the site.</summary>
public interface ILocalizationService
{
    /// <summary>The culture of visitors whose own is not supported.</summary>
    Task<string> GetDefaultCultureAsync();

    /// <summary>The cultures that the site is offered in.</summary>
    Task<string[]> GetSupportedCulturesAsync();
}
