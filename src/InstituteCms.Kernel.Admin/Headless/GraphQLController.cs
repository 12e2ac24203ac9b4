using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using InstituteCms.Kernel.Headless.GraphQL;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Apis.GraphQL;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin.Headless;

/// <summary>A query that a developer tries.</summary>
public sealed class GraphQLForm
{
    /// <summary>The query.</summary>
    public string? Query { get; set; } = "{\n  event(first: 3, orderBy: {createdUtc: DESC}) {\n    displayText\n    autoroute { path }\n  }\n}";

    /// <summary>Its variables: a JSON object, or nothing.</summary>
    public string? Variables { get; set; }

    /// <summary>What came back, to be read by people.</summary>
    public string? Answer { get; set; }
}

/// <summary>The explorer: one page on which developers try queries with their own rights.</summary>
[Area("OrchardCore.Apis.GraphQL")]
[RequireFeatures("OrchardCore.Apis.GraphQL")]
public sealed class GraphQLController : Controller
{
    private const int MaxLength = 16_384;

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IAuthorizationService _authorization;
    private readonly IStringLocalizer S;

    /// <summary>Serves the page.</summary>
    public GraphQLController(IAuthorizationService authorization, IStringLocalizer<GraphQLController> localizer)
    {
        _authorization = authorization;
        S = localizer;
    }

    /// <summary>The page with an example.</summary>
    [HttpGet]
    [Admin("GraphQL")]
    public async Task<IActionResult> Index() => await _authorization.AuthorizeAsync(User, GraphQLPermissions.ExecuteGraphQL) ? View(new GraphQLForm()) : Forbid();

    /// <summary>Tries a query, which changes nothing: so the answer is the page itself.</summary>
    [HttpPost]
    [Admin("GraphQL")]
    public async Task<IActionResult> Index(GraphQLForm form, CancellationToken cancellationToken)
    {
        if (!await _authorization.AuthorizeAsync(User, GraphQLPermissions.ExecuteGraphQL))
        {
            return Forbid();
        }

        ModelState.Remove(nameof(form.Answer));
        var serializer = HttpContext.RequestServices.GetRequiredService<IGraphQLTextSerializer>();
        if (string.IsNullOrWhiteSpace(form.Query) || form.Query.Length > MaxLength)
        {
            ModelState.AddModelError(nameof(form.Query), S["Enter a query of at most {0} characters.", MaxLength]);
        }
        else if (Read(form.Variables, serializer) is { } variables)
        {
            var request = new GraphQLRequest { Query = form.Query, Variables = variables };
            var result = await HttpContext.RequestServices.GetRequiredService<GraphQLRunner>().RunAsync(request, User, cancellationToken);
            form.Answer = JsonSerializer.Serialize(JsonDocument.Parse(serializer.Serialize(result)), _readable);
        }

        return View(form);
    }

    private Inputs? Read(string? variables, IGraphQLTextSerializer serializer)
    {
        try
        {
            return string.IsNullOrWhiteSpace(variables) ? Inputs.Empty : serializer.Deserialize<Inputs>(variables) ?? Inputs.Empty;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            ModelState.AddModelError(nameof(GraphQLForm.Variables), S["This is not a JSON object."]);
            return null;
        }
    }
}

/// <summary>Where the explorer is found.</summary>
internal sealed class GraphQLAdminMenu(IStringLocalizer<GraphQLAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "8", settings => settings
            .Add(S["GraphQL"], "9", graphQL => graphQL.Permission(GraphQLPermissions.ExecuteGraphQL).Action("Index", "GraphQL", "OrchardCore.Apis.GraphQL")));
        return ValueTask.CompletedTask;
    }
}

/// <summary>The explorer.</summary>
[RequireFeatures("OrchardCore.Apis.GraphQL")]
public sealed class GraphQLAdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddNavigationProvider<GraphQLAdminMenu>();
}
