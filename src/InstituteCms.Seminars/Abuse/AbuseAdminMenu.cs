using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Abuse;

/// <summary>The way to the limits, beside the other settings.</summary>
public sealed class AbuseAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public AbuseAdminMenu(IStringLocalizer<AbuseAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings.AddPage(S["Against abuse"], "6", "abuse", "Abuse", SitePermissions.ManageInstitute));
        return ValueTask.CompletedTask;
    }
}
