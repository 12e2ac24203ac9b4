using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.Api;

/// <summary>Says which methods an address of the API has, to who sends another. Without it, such a request would be taken for one for a page that is not there.</summary>
internal static class ApiMethods
{
    public static void MapOtherMethods(this IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var actions = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .Where(action => action.AttributeRouteInfo?.Template?.StartsWith(SeminarsApiController.Root + "/", StringComparison.Ordinal) == true);
        foreach (var address in actions.GroupBy(action => action.AttributeRouteInfo!.Template!))
        {
            var methods = address.SelectMany(action => action.ActionConstraints ?? []).OfType<HttpMethodActionConstraint>().SelectMany(constraint => constraint.HttpMethods);
            var allowed = string.Join(", ", methods.Distinct().Order());
            routes.Map(address.Key, http =>
            {
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                http.Response.Headers.Allow = allowed;
                return Task.CompletedTask;
            });
        }
    }
}
