using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Contents;
using OrchardCore.Navigation;

namespace InstituteCms;

/// <summary>The ways to events, speakers and reports in the admin's menu.</summary>
public sealed class AdminMenu : AdminNavigationProvider
{
    private readonly IStringLocalizer S;

    public AdminMenu(IStringLocalizer<AdminMenu> localizer) => S = localizer;

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Seminars"], "0.5", seminars => seminars
            .Id("seminars")
            .AddClass("seminars")
            .Add(S["Events"], "1", item => List(item, SeminarTypes.Event))
            .Add(S["New event"], "2", item => item
                .Action("Create", "Admin", new RouteValueDictionary { ["area"] = "OrchardCore.Contents", ["id"] = SeminarTypes.Event })
                .Permission(CommonPermissions.EditContent)
                .LocalNav())
            .Add(S["Speakers"], "3", item => List(item, SeminarTypes.Speaker))
            .Add(S["Forum reports"], "4", item => List(item, SeminarTypes.ForumReport)));
        return ValueTask.CompletedTask;
    }

    private static void List(NavigationItemBuilder item, string contentType) => item
        .Action("List", "Admin", new RouteValueDictionary { ["area"] = "OrchardCore.Contents", ["contentTypeId"] = contentType })
        .Permission(CommonPermissions.ListContent)
        .LocalNav();
}
