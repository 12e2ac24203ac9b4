using OrchardCore.Security.Permissions;

namespace InstituteCms.Webhooks;

/// <summary>Who decides which programs are told: administrators, since messages leave the site.</summary>
public sealed class WebhookPermissions : IPermissionProvider
{
    public static readonly Permission ManageWebhooks = new("ManageWebhooks", "Manage webhooks", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageWebhooks]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ManageWebhooks] }];
}
