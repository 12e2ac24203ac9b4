using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Privacy;

/// <summary>The way to what is known about a person, beside what is said about it.</summary>
public sealed class PrivacyAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public PrivacyAdminMenu(IStringLocalizer<PrivacyAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings.AddPage(S["Find a person"], "5.5", "findperson", "PersonFinder", PrivacyPermissions.FindPersonalData));
        return ValueTask.CompletedTask;
    }
}
