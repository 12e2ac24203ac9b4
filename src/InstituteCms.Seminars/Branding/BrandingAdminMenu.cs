using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Branding;

/// <summary>The way to the branding, beside the other settings.</summary>
public sealed class BrandingAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public BrandingAdminMenu(IStringLocalizer<BrandingAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings.AddPage(S["Branding"], "4", "branding", "Branding", SitePermissions.ManageInstitute));
        return ValueTask.CompletedTask;
    }
}
