using InstituteCms.Kernel.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Chooses the themes of the site and of the admin.</summary>
internal sealed class ThemesStep : NamedRecipeStepHandler
{
    private readonly ModuleCatalog _catalog;
    private readonly ISiteService _sites;

    public ThemesStep(ModuleCatalog catalog, ISiteService sites)
        : base("themes")
    {
        (_catalog, _sites) = (catalog, sites);
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var site = await _sites.LoadSiteSettingsAsync();
        foreach (var (key, property) in new[] { ("site", "CurrentThemeName"), ("admin", "CurrentAdminThemeName") })
        {
            if (context.Step[key]?.ToString() is { Length: > 0 } theme)
            {
                if (_catalog.FindFeature(theme) is null)
                {
                    context.Errors.Add($"There is no theme {theme}.");
                }

                site.Properties[property] = theme;
            }
        }

        await _sites.UpdateSiteSettingsAsync(site);
    }
}
