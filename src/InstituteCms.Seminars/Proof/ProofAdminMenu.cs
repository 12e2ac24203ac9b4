using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Proof;

/// <summary>The way to the proof, beside that to registrations.</summary>
public sealed class ProofAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public ProofAdminMenu(IStringLocalizer<ProofAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Seminars"], "0.5", seminars => seminars.AddPage(S["Proof"], "5.5", "proof", "Proof", RegistrationPermissions.ManageRegistrations));
        return ValueTask.CompletedTask;
    }
}
