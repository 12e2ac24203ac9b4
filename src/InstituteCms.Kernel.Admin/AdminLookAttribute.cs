using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;

namespace InstituteCms.Kernel.Admin;

/// <summary>Gives a page the admin's look without its guard: signing in and out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AdminLookAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => AdminAttribute.Apply(context.HttpContext);

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
