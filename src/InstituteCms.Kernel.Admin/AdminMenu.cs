using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.Navigation;
using OrchardCore.Roles;
using OrchardCore.Settings;
using OrchardCore.Users;

namespace InstituteCms.Kernel.Admin;

/// <summary>Content by type, people, settings.</summary>
internal sealed class AdminMenu : AdminNavigationProvider
{
    private readonly IContentDefinitionManager _definitions;
    private readonly IStringLocalizer S;

    public AdminMenu(IContentDefinitionManager definitions, IStringLocalizer<AdminMenu> localizer)
    {
        _definitions = definitions;
        S = localizer;
    }

    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var types = (await _definitions.ListTypeDefinitionsAsync()).Where(type => type.IsListable()).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).ToList();

        builder
            .Add(S["Content"], NavigationConstants.AdminMenuContentPosition, content =>
            {
                content.AddClass("content").Id("content");
                content.Add(S["Recycle bin"], "after", bin => bin.Permission(CommonPermissions.ListContent).Action("Index", "RecycleBin", "OrchardCore.Contents"));
                content.Add(S["Everything"], "0", all => all.Permission(CommonPermissions.ListContent).Action("List", "Admin", "OrchardCore.Contents", new RouteValueDictionary { ["contentTypeId"] = "" }));
                foreach (var type in types)
                {
                    content.Add(S[type.DisplayName], S[type.DisplayName].PrefixPosition(), entry => entry
                        .Permission(CommonPermissions.ListContent)
                        .Action("List", "Admin", "OrchardCore.Contents", new RouteValueDictionary { ["contentTypeId"] = type.Name }));
                }
            })
            .Add(S["Access control"], NavigationConstants.AdminMenuAccessControlPosition, access => access
                .AddClass("access-control").Id("accesscontrol")
                .Add(S["Users"], S["Users"].PrefixPosition(), users => users.Permission(UsersPermissions.ManageUsers).Action("Index", "Admin", "OrchardCore.Users"))
                .Add(S["Roles"], S["Roles"].PrefixPosition(), roles => roles.Permission(RolesPermissions.ManageRoles).Action("Index", "Admin", "OrchardCore.Roles"))
                .Add(S["Audit trail"], S["Audit trail"].PrefixPosition(), audit => audit.Permission(AuditPermissions.ViewAuditTrail).Action("Index", "Audit", "InstituteCms.Kernel.Admin")))
            .Add(S["Settings"], "8", settings => settings
                .AddClass("settings").Id("settings")
                .Add(S["General"], "1", general => general.Permission(SettingsPermissions.ManageSettings).Action("General", "Settings", "InstituteCms.Kernel.Admin"))
                .Add(S["Mail"], "2", mail => mail.Permission(SettingsPermissions.ManageSettings).Action("Mail", "Settings", "InstituteCms.Kernel.Admin"))
                .Add(S["Health"], "3", health => health.Permission(SettingsPermissions.ManageSettings).Action("Health", "Settings", "InstituteCms.Kernel.Admin")));
    }
}
