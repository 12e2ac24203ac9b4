using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OrchardCore.Apis.GraphQL;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Takes queries: <c>?query=</c>, a JSON body, or a body of the type <c>application/graphql</c>.</summary>
internal sealed class GraphQLEndpoint
{
    private readonly GraphQLRunner _runner;
    private readonly IGraphQLTextSerializer _serializer;
    private readonly IAuthorizationService _authorization;
    private readonly GraphQLSettings _settings;
    private readonly HttpContext _http;

    public GraphQLEndpoint(
        GraphQLRunner runner, IGraphQLTextSerializer serializer, IAuthorizationService authorization, IOptions<GraphQLSettings> settings, IHttpContextAccessor http)
    {
        _runner = runner;
        _serializer = serializer;
        _authorization = authorization;
        _settings = settings.Value;
        _http = http.HttpContext ?? throw new InvalidOperationException("There is no request.");
    }

    public async Task<IResult> AnswerAsync()
    {
        // Signed in browsers count as well: a query changes nothing.
        var bearer = await _http.AuthenticateAsync(ApiAuthentication.SchemeName);
        _http.User = bearer.Succeeded ? bearer.Principal : _http.User;
        var isTokenBad = !bearer.Succeeded && _http.Request.Headers.Authorization.Count > 0;
        if (isTokenBad || !await _authorization.AuthorizeAsync(_http.User, GraphQLPermissions.ExecuteGraphQL))
        {
            return isTokenBad ? Results.Challenge(null, [ApiAuthentication.SchemeName]) : _http.ChallengeOrForbid(ApiAuthentication.SchemeName);
        }

        var (request, problem) = await ReadAsync();
        return problem ?? await RunAsync(request!);
    }

    private async Task<(GraphQLRequest? Request, IResult? Problem)> ReadAsync()
    {
        try
        {
            return HttpMethods.IsGet(_http.Request.Method) ? ReadQueryString() : await ReadBodyAsync();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return (null, ApiProblem.BadRequest("The request is not JSON with query, operationName and variables."));
        }
    }

    private (GraphQLRequest?, IResult?) ReadQueryString()
    {
        var sent = _http.Request.Query;
        return (new GraphQLRequest
        {
            Query = sent["query"],
            OperationName = sent["operationName"],
            Variables = sent["variables"].ToString() is { Length: > 0 } variables ? _serializer.Deserialize<Inputs>(variables) : null,
        }, null);
    }

    private async Task<(GraphQLRequest?, IResult?)> ReadBodyAsync()
    {
        var isQuery = _http.Request.ContentType?.StartsWith("application/graphql", StringComparison.OrdinalIgnoreCase) == true;
        if (!isQuery && !_http.Request.HasJsonContentType())
        {
            return (null, ApiProblem.UnsupportedMediaType("application/json or application/graphql"));
        }

        var body = await ApiBody.ReadAsync(_http.Request, _settings.MaxRequestBytes, _http.RequestAborted);
        return (body.Problem, isQuery) switch
        {
            ({ } problem, _) => (null, problem),
            (_, true) => (new GraphQLRequest { Query = body.Text }, null),
            _ when _serializer.Deserialize<GraphQLRequest>(body.Text) is { } request => (request, null),
            _ => (null, ApiProblem.BadRequest("Send one JSON object with a query.")),
        };
    }

    private async Task<IResult> RunAsync(GraphQLRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            return ApiProblem.BadRequest("There is no query.");
        }

        var result = await _runner.RunAsync(request, _http.User, _http.RequestAborted);
        return Results.Text(_serializer.Serialize(result), "application/json; charset=utf-8", statusCode: Status(result));
    }

    private int Status(ExecutionResult result) => result.Errors switch
    {
        null or { Count: 0 } => StatusCodes.Status200OK,
        var errors when errors.Any(error => error is UnhandledError) => StatusCodes.Status500InternalServerError,
        var errors when errors.Any(error => error.Code == GraphQLRunner.Unauthorized) =>
            _http.User.Identity?.IsAuthenticated == true ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status400BadRequest,
    };
}
