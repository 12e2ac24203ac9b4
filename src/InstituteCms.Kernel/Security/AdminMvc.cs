using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;

namespace InstituteCms.Kernel.Security;

/// <summary>Gives the admin's actions their addresses and their guard.</summary>
internal sealed class AdminMvc : IConfigureOptions<MvcOptions>
{
    private readonly AdminOptions _admin;

    public AdminMvc(IOptions<AdminOptions> admin) => _admin = admin.Value;

    public void Configure(MvcOptions options)
    {
        options.Conventions.Add(new AdminRoutes(_admin.AdminUrlPrefix));
        options.Filters.Add(new AdminFilter());
    }
}

/// <summary>Routes actions marked as the admin's, and those of controllers named Admin, below the admin's prefix.</summary>
internal sealed class AdminRoutes : IApplicationModelConvention
{
    private const string DefaultTemplate = "{area}/{controller}/{action}/{id?}";

    private readonly string _prefix;

    public AdminRoutes(string prefix) => _prefix = prefix.Trim('/');

    public void Apply(ApplicationModel application)
    {
        foreach (var action in application.Controllers.SelectMany(controller => controller.Actions))
        {
            if (Find(action) is { } admin)
            {
                Apply(action, admin);
            }
        }
    }

    private static AdminAttribute? Find(ActionModel action) =>
        action.Attributes.OfType<AdminAttribute>().FirstOrDefault()
        ?? action.Controller.Attributes.OfType<AdminAttribute>().FirstOrDefault()
        ?? (action.Controller.ControllerName == "Admin" ? new AdminAttribute() : null);

    private void Apply(ActionModel action, AdminAttribute admin)
    {
        if (!action.Filters.Concat(action.Controller.Filters).OfType<AdminAttribute>().Any())
        {
            action.Filters.Add(admin);
        }

        if (action.Selectors.Concat(action.Controller.Selectors).Any(selector => selector.AttributeRouteModel is not null))
        {
            return; // It has an address of its own.
        }

        var template = admin.Template ?? DefaultTemplate;
        foreach (var selector in action.Selectors)
        {
            selector.AttributeRouteModel = new AttributeRouteModel
            {
                Template = Fill($"{_prefix}/{template}".TrimEnd('/'), action),
                Name = admin.RouteName is { } name ? Fill(name, action) : null,
            };
        }
    }

    private static string Fill(string template, ActionModel action) => template
        .Replace("{area}", AreaOf(action), StringComparison.Ordinal)
        .Replace("{controller}", action.Controller.ControllerName, StringComparison.Ordinal)
        .Replace("{action}", action.ActionName, StringComparison.Ordinal);

    private static string? AreaOf(ActionModel action) =>
        action.Controller.RouteValues.TryGetValue("area", out var area) ? area : action.Controller.ControllerType.Assembly.GetName().Name;
}

/// <summary>Demands the permission to be in the admin, before anything else of the action runs.</summary>
internal sealed class AdminFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => -1_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (!context.ActionDescriptor.FilterDescriptors.Any(descriptor => descriptor.Filter is AdminAttribute))
        {
            return;
        }

        AdminAttribute.Apply(context.HttpContext);
        var user = context.HttpContext.User;
        var authorization = context.HttpContext.RequestServices.GetRequiredService<IAuthorizationService>();
        if (!await authorization.AuthorizeAsync(user, AdminPermissions.AccessAdminPanel))
        {
            context.Result = user.Identity?.IsAuthenticated == true ? new ForbidResult() : new ChallengeResult();
        }
    }
}
