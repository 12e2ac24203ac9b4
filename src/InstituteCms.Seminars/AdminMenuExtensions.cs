using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace InstituteCms;

/// <summary>How the module's pages are put into the admin's menu.</summary>
public static class AdminMenuExtensions
{
    /// <summary>Adds the first page of <paramref name="controller"/> to a section of the menu, for those with <paramref name="permission"/>.</summary>
    /// <param name="id">Names the entry for its icon.</param>
    public static NavigationBuilder AddPage(
        this NavigationBuilder section, LocalizedString caption, string position, string id, string controller, Permission permission, RouteValueDictionary? values = null) =>
        section.Add(caption, position, page => page
            .Id(id)
            .Action("Index", controller, "InstituteCms.Seminars", values ?? [])
            .Permission(permission)
            .LocalNav());
}
