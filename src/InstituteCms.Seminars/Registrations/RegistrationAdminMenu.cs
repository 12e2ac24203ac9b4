using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Registrations;

public sealed class RegistrationAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public RegistrationAdminMenu(IStringLocalizer<RegistrationAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Registrations"], "3", registrations => registrations
            .Id("registrations")
            .Action(nameof(RegistrationAdminController.Index), "RegistrationAdmin", "InstituteCms.Seminars")
            .Permission(RegistrationPermissions.ViewRegistrations)
            .LocalNav());
        return ValueTask.CompletedTask;
    }
}
