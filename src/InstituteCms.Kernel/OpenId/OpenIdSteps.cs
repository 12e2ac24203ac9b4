using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Recipes;
using OpenIddict.Abstractions;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Opens and closes the ways to a token.</summary>
internal sealed class OpenIdServerSettingsStep : NamedRecipeStepHandler
{
    private readonly ISiteService _sites;

    public OpenIdServerSettingsStep(ISiteService sites)
        : base(nameof(OpenIdServerSettings)) => _sites = sites;

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var settings = context.Step.Deserialize<OpenIdServerSettings>(ContentJson.Options) ?? new();
        var site = await _sites.LoadSiteSettingsAsync();
        site.Properties[nameof(OpenIdServerSettings)] = JsonSerializer.SerializeToNode(settings, ContentJson.Options);
        await _sites.UpdateSiteSettingsAsync(site);
    }
}

/// <summary>Says whose tokens are taken: those of this site, and nothing else can be said.</summary>
internal sealed class OpenIdValidationSettingsStep : NamedRecipeStepHandler
{
    private readonly ShellSettings _tenant;

    public OpenIdValidationSettingsStep(ShellSettings tenant)
        : base("OpenIdValidationSettings") => _tenant = tenant;

    protected override Task HandleAsync(RecipeExecutionContext context)
    {
        var isOwn = (context.Step["Tenant"]?.ToString() ?? _tenant.Name) == _tenant.Name && context.Step["Authority"] is null;
        return isOwn ? Task.CompletedTask : throw new RecipeException("a site takes its own tokens, and none of another tenant or server.");
    }
}

/// <summary>Makes a program known, or changes the one with its client id.</summary>
internal sealed class OpenIdApplicationStep : NamedRecipeStepHandler
{
    private readonly OpenIdApplications _applications;

    public OpenIdApplicationStep(OpenIdApplications applications)
        : base(nameof(OpenIdApplication)) => _applications = applications;

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Step.Deserialize<Model>(ContentJson.Options)!;
        if (Words(step.RedirectUris).FirstOrDefault(uri => !OpenIdApplications.IsRedirectUri(uri)) is { } wrong)
        {
            throw new RecipeException($"'{wrong}' is no address to send people back to.");
        }

        await _applications.SaveAsync(new()
        {
            ClientId = step.ClientId ?? throw new RecipeException("an application has no ClientId."),
            DisplayName = step.DisplayName ?? step.ClientId,
            IsPublic = string.Equals(step.Type, OpenIddictConstants.ClientTypes.Public, StringComparison.OrdinalIgnoreCase),
            Secret = step.ClientSecret,
            AsksForConsent = !string.Equals(step.ConsentType, OpenIddictConstants.ConsentTypes.Implicit, StringComparison.OrdinalIgnoreCase),
            AllowClientCredentials = step.AllowClientCredentialsFlow,
            AllowAuthorizationCode = step.AllowAuthorizationCodeFlow,
            AllowRefreshToken = step.AllowRefreshTokenFlow,
            RedirectUris = Words(step.RedirectUris),
            Roles = [.. step.RoleEntries.Select(entry => entry.Name)],
            Scopes = [.. step.ScopeEntries.Select(entry => entry.Name)],
        });
    }

    internal static string[] Words(string? text) => text?.Split([' ', ',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private sealed record Model
    {
        public string? ClientId { get; init; }

        public string? DisplayName { get; init; }

        public string? Type { get; init; }

        public string? ClientSecret { get; init; }

        public string? ConsentType { get; init; }

        public string? RedirectUris { get; init; }

        public bool AllowClientCredentialsFlow { get; init; }

        public bool AllowAuthorizationCodeFlow { get; init; }

        public bool AllowRefreshTokenFlow { get; init; }

        public IReadOnlyList<Entry> RoleEntries { get; init; } = [];

        public IReadOnlyList<Entry> ScopeEntries { get; init; } = [];
    }

    private sealed record Entry(string Name);
}

/// <summary>Makes a scope known, or changes the one of its name.</summary>
internal sealed class OpenIdScopeStep : NamedRecipeStepHandler
{
    private readonly IOpenIddictScopeManager _scopes;

    public OpenIdScopeStep(IOpenIddictScopeManager scopes)
        : base(nameof(OpenIdScope)) => _scopes = scopes;

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Step.Deserialize<Model>(ContentJson.Options)!;
        var descriptor = new OpenIddictScopeDescriptor
        {
            Name = step.ScopeName ?? throw new RecipeException("a scope has no ScopeName."),
            DisplayName = step.DisplayName,
            Description = step.Description,
        };
        descriptor.Resources.UnionWith(OpenIdApplicationStep.Words(step.Resources));
        if (await _scopes.FindByNameAsync(descriptor.Name) is { } known)
        {
            await _scopes.UpdateAsync(known, descriptor);
        }
        else
        {
            await _scopes.CreateAsync(descriptor);
        }
    }

    private sealed record Model(string? ScopeName, string? DisplayName, string? Description, string? Resources);
}
