using System.Security.Claims;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Apis.GraphQL;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Runs a query for somebody.</summary>
internal sealed partial class GraphQLRunner
{
    /// <summary>Code of the error that somebody may not see what they ask for.</summary>
    public const string Unauthorized = "UNAUTHORIZED";

    private readonly IDocumentExecuter _executer;
    private readonly ContentSchemas _schemas;
    private readonly IServiceProvider _services;
    private readonly GraphQLSettings _settings;
    private readonly ILogger _logger;

    public GraphQLRunner(IDocumentExecuter executer, ContentSchemas schemas, IServiceProvider services, IOptions<GraphQLSettings> settings, ILogger<GraphQLRunner> logger)
    {
        _executer = executer;
        _schemas = schemas;
        _services = services;
        _settings = settings.Value;
        _logger = logger;
    }

    public async Task<ExecutionResult> RunAsync(GraphQLRequest request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var schema = await _schemas.GetAsync();
        return await _executer.ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = request.Query;
            options.OperationName = request.OperationName;
            options.Variables = request.Variables;
            options.User = user;
            options.UserContext = new GraphQLUserContext { User = user }!;
            options.RequestServices = _services;
            options.CancellationToken = cancellationToken;
            options.Timeout = TimeSpan.FromSeconds(_settings.TimeoutSeconds);
            options.TimeoutAction = TimeoutAction.ReturnTimeoutError;
            options.UnhandledExceptionDelegate = context =>
            {
                LogFailed(_logger, context.OriginalException);
                return Task.CompletedTask;
            };
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL query failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
