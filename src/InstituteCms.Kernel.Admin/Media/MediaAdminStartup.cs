using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Media;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin.Media;

/// <summary>The way to the media library.</summary>
[RequireFeatures("OrchardCore.Media")]
public sealed class MediaAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddNavigationProvider<MediaAdminMenu>();
}

internal sealed class MediaAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public MediaAdminMenu(IStringLocalizer<MediaAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Media"], "3", media => media.AddClass("media").Id("media").Permission(MediaPermissions.ManageMedia).Action("Index", "Media", "OrchardCore.Media"));
        return ValueTask.CompletedTask;
    }
}
