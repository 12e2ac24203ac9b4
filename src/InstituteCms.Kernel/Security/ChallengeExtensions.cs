#nullable disable
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Mvc
{
    /// <summary>Answers of controllers to those who may not.</summary>
    public static class ControllerBaseExtensions
    {
        /// <summary>Asks a visitor to sign in; refuses somebody who has.</summary>
        public static ActionResult ChallengeOrForbid(this ControllerBase controller) => controller.ChallengeOrForbid([]);

        /// <summary>Asks a visitor to sign in by one of the schemes; refuses somebody who has.</summary>
        public static ActionResult ChallengeOrForbid(this ControllerBase controller, params string[] authenticationSchemes) =>
            controller.User?.Identity?.IsAuthenticated == true
                ? controller.Forbid(authenticationSchemes)
                : controller.Challenge(authenticationSchemes);
    }
}

namespace OrchardCore.Modules
{
    /// <summary>Answers of minimal APIs to those who may not.</summary>
    public static class HttpContextExtensions
    {
        /// <summary>Asks a visitor to sign in by one of the schemes; refuses somebody who has.</summary>
        public static IResult ChallengeOrForbid(this HttpContext httpContext, params string[] authenticationSchemes) =>
            httpContext.User?.Identity?.IsAuthenticated == true
                ? TypedResults.Forbid(authenticationSchemes: authenticationSchemes)
                : TypedResults.Challenge(authenticationSchemes: authenticationSchemes);
    }
}
