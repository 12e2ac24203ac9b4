using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Recipes.Steps;
using InstituteCms.Kernel.Security;
using InstituteCms.Kernel.Tenants;
using OrchardCore.Deployment;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Deployment;

/// <summary>All that the kernel itself keeps of a site; its sources write Orchard Core's own recipe steps.</summary>
internal sealed class SiteStep : DeploymentStep
{
    public SiteStep() => Name = "Site";

    public bool IncludeMedia { get; init; }
}

/// <summary>The features that are switched on.</summary>
internal sealed class FeaturesSource : DeploymentSourceBase<SiteStep>
{
    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var features = await EnabledFeatures.ReadAsync(ShellScope.Current);
        result.Steps.Add(new JsonObject { ["name"] = "feature", ["enable"] = JsonSerializer.SerializeToNode(features) });
    }
}

/// <summary>The settings and themes. What is one site's alone stays there: the salt, and who set it up.</summary>
internal sealed class SettingsSource : DeploymentSourceBase<SiteStep>
{
    private const string SiteTheme = "CurrentThemeName";
    private const string AdminTheme = "CurrentAdminThemeName";

    private readonly ISiteService _sites;

    public SettingsSource(ISiteService sites) => _sites = sites;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var site = await _sites.GetSiteSettingsAsync();
        result.Steps.Add(new JsonObject
        {
            ["name"] = "themes",
            ["site"] = site.Properties[SiteTheme]?.DeepClone(),
            ["admin"] = site.Properties[AdminTheme]?.DeepClone(),
        });

        var settings = new JsonObject
        {
            ["name"] = "settings",
            [nameof(ISite.SiteName)] = site.SiteName,
            [nameof(ISite.BaseUrl)] = site.BaseUrl,
            [nameof(ISite.TimeZoneId)] = site.TimeZoneId,
            [nameof(ISite.Calendar)] = site.Calendar,
            [nameof(ISite.PageTitleFormat)] = site.PageTitleFormat,
            [nameof(ISite.PageSize)] = site.PageSize,
            [nameof(ISite.MaxPageSize)] = site.MaxPageSize,
            [nameof(ISite.MaxPagedCount)] = site.MaxPagedCount,
            [nameof(ISite.HomeRoute)] = new JsonObject(site.HomeRoute.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value?.ToString()))),
        };
        foreach (var (name, value) in site.Properties.Where(property => property.Key is not (SiteTheme or AdminTheme)))
        {
            settings[name] = value?.DeepClone();
        }

        result.Steps.Add(settings);
    }
}

/// <summary>The roles and what they allow.</summary>
internal sealed class RolesSource : DeploymentSourceBase<SiteStep>
{
    private readonly RoleService _roles;

    public RolesSource(RoleService roles) => _roles = roles;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var roles = (await _roles.GetRolesAsync()).Select(role => new { Name = role.RoleName, Description = role.RoleDescription, Permissions = role.PermissionNames() });
        result.Steps.Add(new JsonObject { ["name"] = "Roles", ["Roles"] = JsonSerializer.SerializeToNode(roles) });
    }
}

/// <summary>The users, so that they sign in with the passwords they have.</summary>
internal sealed class UsersSource : DeploymentSourceBase<SiteStep>
{
    private readonly ISession _session;

    public UsersSource(ISession session) => _session = session;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var users = (await _session.Query<User, UserIndex>().OrderBy(index => index.NormalizedUserName).ListAsync()).Select(MovedUser.Of);
        result.Steps.Add(new JsonObject { ["name"] = "Users", ["Users"] = JsonSerializer.SerializeToNode(users, ContentJson.Options) });
    }
}
