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
        builder.Add(S["Settings"], "8", settings => settings
            .Add(S["Branding"], "4", branding => branding
                .Id("branding")
                .Action(nameof(BrandingController.Index), "Branding", "InstituteCms.Seminars")
                .Permission(SitePermissions.ManageInstitute)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
