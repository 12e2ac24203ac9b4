using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Api;

/// <summary>The way to the settings of the API, beside the other settings.</summary>
public sealed class ApiAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public ApiAdminMenu(IStringLocalizer<ApiAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings.AddPage(S["Seminars API"], "7", "seminarsapi", "ApiSettings", SitePermissions.ManageInstitute));
        return ValueTask.CompletedTask;
    }
}
