using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Deployment;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin.Deployment;

/// <summary>The way to the page that moves the site.</summary>
[RequireFeatures("OrchardCore.Deployment")]
public sealed class DeploymentAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddNavigationProvider<MoveAdminMenu>();
}

internal sealed class MoveAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public MoveAdminMenu(IStringLocalizer<MoveAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Tools"], "9", tools => tools
            .AddClass("tools").Id("tools")
            .Add(S["Move this site"], S["Move this site"].PrefixPosition(), move => move
                .Permission(DeploymentPermissions.Export)
                .Action("Index", "Move", "OrchardCore.Deployment")));
        return ValueTask.CompletedTask;
    }
}
