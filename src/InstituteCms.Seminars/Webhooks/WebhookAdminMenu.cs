using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace InstituteCms.Webhooks;

/// <summary>The way to the programs that are told, beside the other settings.</summary>
public sealed class WebhookAdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public WebhookAdminMenu(IStringLocalizer<WebhookAdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings.AddPage(S["Webhooks"], "7", "webhooks", "WebhookAdmin", WebhookPermissions.ManageWebhooks));
        return ValueTask.CompletedTask;
    }
}
