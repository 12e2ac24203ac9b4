using InstituteCms.Kernel.OpenId;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>The way to programs and scopes.</summary>
[RequireFeatures("OrchardCore.OpenId.Management")]
public sealed class OpenIdAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddNavigationProvider<OpenIdAdminMenu>();
}

internal sealed class OpenIdAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public OpenIdAdminMenu(IStringLocalizer<OpenIdAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Access control"], NavigationConstants.AdminMenuAccessControlPosition, access => access
            .Add(S["Programs"], S["Programs"].PrefixPosition(), programs => programs
                .Permission(OpenIdPermissions.ManageApplications).Action("Index", "Applications", "OrchardCore.OpenId")));
        return ValueTask.CompletedTask;
    }
}
