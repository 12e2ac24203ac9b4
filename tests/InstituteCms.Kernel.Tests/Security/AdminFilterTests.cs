using System.Security.Claims;
using InstituteCms.Kernel.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Tests.Security;

public sealed class AdminFilterTests
{
    [Fact]
    public async Task A_visitor_is_asked_to_sign_in() => Assert.IsType<ChallengeResult>(await EnterAsync(new ClaimsIdentity()));

    [Fact]
    public async Task Somebody_signed_in_without_the_permission_is_refused() =>
        Assert.IsType<ForbidResult>(await EnterAsync(new ClaimsIdentity([], "test")));

    [Fact]
    public async Task Whoever_holds_the_permission_enters() =>
        Assert.Null(await EnterAsync(new ClaimsIdentity([AdminPermissions.AccessAdminPanel], "test")));

    [Fact]
    public async Task Pages_outside_of_the_admin_are_nobodys_business() => Assert.Null(await EnterAsync(new ClaimsIdentity(), isAdmin: false));

    private static async Task<IActionResult?> EnterAsync(ClaimsIdentity identity, bool isAdmin = true)
    {
        var services = new ServiceCollection().AddLogging().AddAuthorization().AddSingleton<IAuthorizationHandler, ByClaim>().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, User = new ClaimsPrincipal(identity) };
        var action = new ActionDescriptor
        {
            FilterDescriptors = isAdmin ? [new FilterDescriptor(new AdminAttribute(), FilterScope.Controller)] : [],
        };
        var context = new AuthorizationFilterContext(new ActionContext(http, new RouteData(), action), []);

        await new AdminFilter().OnAuthorizationAsync(context);

        return context.Result;
    }

    private sealed class ByClaim : AuthorizationHandler<OrchardCore.Security.PermissionRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OrchardCore.Security.PermissionRequirement requirement)
        {
            if (context.User.HasClaim(Permission.ClaimType, requirement.Permission.Name))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
