#nullable disable
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.Admin;

/// <summary>Makes an action a page of the admin: its address, its theme and who may see it. Controllers named Admin are it without saying so.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public class AdminAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>A route name made of the controller's and the action's.</summary>
    public const string NameFromControllerAndAction = "{controller}{action}";

    /// <summary>Gives the address below the admin's; <c>{area}</c>, <c>{controller}</c> and <c>{action}</c> are filled in.</summary>
    public AdminAttribute(string template = null, string routeName = null)
    {
        Template = template;
        RouteName = routeName;
    }

    /// <summary>Route template below the admin's prefix; null for <c>{area}/{controller}/{action}/{id?}</c>.</summary>
    public string Template { get; set; }

    /// <summary>Route name, with the same placeholders; null for none.</summary>
    public string RouteName { get; set; }

    /// <summary>Marks the request as one of the admin's.</summary>
    public static void Apply(HttpContext context) => context.Items[typeof(AdminAttribute)] = true;

    /// <summary>Whether the request is one of the admin's.</summary>
    public static bool IsApplied(HttpContext context) => context.Items.ContainsKey(typeof(AdminAttribute));

    /// <inheritdoc />
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        Apply(context.HttpContext);
        return next();
    }
}

/// <summary>Where the admin lives.</summary>
public class AdminOptions
{
    /// <summary>First path segment of every admin page.</summary>
    public string AdminUrlPrefix { get; set; } = "Admin";
}
