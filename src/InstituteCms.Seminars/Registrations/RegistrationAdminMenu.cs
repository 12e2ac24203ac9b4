using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Registrations;

/// <summary>The way to registrations, beside those to events.</summary>
public sealed class RegistrationAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public RegistrationAdminMenu(IStringLocalizer<RegistrationAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Seminars"], "1", seminars => seminars
            .Add(S["Registrations"], "5", registrations => registrations
                .Id("registrations")
                .Action(nameof(RegistrationAdminController.Index), "RegistrationAdmin", "InstituteCms.Seminars")
                .Permission(RegistrationPermissions.ViewRegistrations)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
