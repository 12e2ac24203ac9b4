using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace InstituteCms.Api;

/// <summary>What all controllers of the seminars API have in common. Requests are checked by <see cref="ApiRequestFilter"/>.</summary>
[ApiExplorerSettings(IgnoreApi = false)]
[IgnoreAntiforgeryToken] // Nobody is signed in by a cookie here without it: see ApiUser.
[TypeFilter<ApiRequestFilter>]
[ProducesResponseType<ApiProblem>(StatusCodes.Status400BadRequest, ProblemAnswer.ContentType)]
[ProducesResponseType<ApiProblem>(StatusCodes.Status429TooManyRequests, ProblemAnswer.ContentType)]
public abstract class SeminarsApiController : ControllerBase
{
    /// <summary>What all its addresses begin with.</summary>
    public const string Root = "api/seminars/v1";

    protected SeminarsApiController(ApiProblems problems) => Problems = problems;

    protected ApiProblems Problems { get; }

    protected ProblemAnswer Problem(ProblemKind kind, params IReadOnlyList<ApiFieldProblem> errors) => new(Problems.Of(kind, errors));

    /// <summary>A page of a list, with the address of the next one as a header too (RFC 8288).</summary>
    protected ApiAnswer Page<T>(IReadOnlyList<T> items, string? next)
    {
        if (next is not null)
        {
            var query = QueryString.Create(Request.Query.Where(parameter => parameter.Key != "cursor").Append(new("cursor", next)));
            Response.Headers.Link = $"<{Request.Scheme}://{Request.Host.ToUriComponent()}{Request.PathBase}{Request.Path}{query}>; rel=\"next\"";
        }

        return new(new ApiList<T> { Items = items, Next = next });
    }
}
