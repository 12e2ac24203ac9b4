#nullable disable
using Microsoft.AspNetCore.Http;

namespace OrchardCore.Modules;

/// <summary>Answers of endpoints to those who may not.</summary>
public static class HttpContextExtensions
{
    /// <summary>Asks visitors who they are, and refuses whom is known, by the rules of <paramref name="authenticationSchemes"/>.</summary>
    public static IResult ChallengeOrForbid(this HttpContext httpContext, params string[] authenticationSchemes) =>
        httpContext.User?.Identity?.IsAuthenticated == true ? Results.Forbid(null, authenticationSchemes) : Results.Challenge(null, authenticationSchemes);
}
