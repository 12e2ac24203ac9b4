using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace InstituteCms.Kernel.OpenId;

/// <summary>A program that may ask for tokens, as people describe it.</summary>
public sealed record OpenIdApplicationFacts
{
    /// <summary>The id that tokens refer to; empty for a new one.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>The name that it calls itself by.</summary>
    public required string ClientId { get; init; }

    /// <summary>The name that people are shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether it runs where no secret is safe: in a browser or on a phone.</summary>
    public bool IsPublic { get; init; }

    /// <summary>A new secret; <see langword="null"/> keeps the one there is. It is never read.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether people are asked before it acts for them.</summary>
    public bool AsksForConsent { get; init; } = true;

    /// <summary>Whether it acts for itself, with its own roles.</summary>
    public bool AllowClientCredentials { get; init; }

    /// <summary>Whether it acts for people who sign in.</summary>
    public bool AllowAuthorizationCode { get; init; }

    /// <summary>Whether it goes on acting for them without asking anew.</summary>
    public bool AllowRefreshToken { get; init; }

    /// <summary>Where people may be sent back to.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The roles that it has when it acts for itself.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The scopes that it may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}

/// <summary>Makes programs known, from the admin and from recipes alike.</summary>
public sealed class OpenIdApplications
{
    private readonly IOpenIddictApplicationManager _applications;

    /// <summary>Works on the scope's session.</summary>
    public OpenIdApplications(IOpenIddictApplicationManager applications) => _applications = applications;

    /// <summary>Whether people may be sent back to this address: https, http on the own machine, or an app's own scheme such as <c>com.example.app</c>; nothing after a #.</summary>
    public static bool IsRedirectUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) || uri.Scheme.Contains('.', StringComparison.Ordinal));

    /// <summary>The program of this client id, or <see langword="null"/>.</summary>
    public async Task<OpenIdApplicationFacts?> FindAsync(string clientId) =>
        await _applications.FindByClientIdAsync(clientId) is OpenIdApplication application ? FactsOf(application) : null;

    /// <summary>All of them, by client id.</summary>
    public async Task<IReadOnlyList<OpenIdApplicationFacts>> ListAsync() =>
        [.. (await _applications.ListAsync().ToListAsync()).Cast<OpenIdApplication>().Select(FactsOf)];

    /// <summary>Forgets a program; its tokens are worth nothing from then on.</summary>
    public async Task DeleteAsync(string clientId)
    {
        if (await _applications.FindByClientIdAsync(clientId) is { } application)
        {
            await _applications.DeleteAsync(application);
        }
    }

    /// <summary>Stores a program, or changes the one with its client id. The secret is hashed.</summary>
    /// <exception cref="OpenIddictExceptions.ValidationException">It cannot be so.</exception>
    public async Task SaveAsync(OpenIdApplicationFacts facts)
    {
        var descriptor = Describe(facts);
        if (await _applications.FindByClientIdAsync(facts.ClientId) is not OpenIdApplication known)
        {
            descriptor.ClientSecret = facts.IsPublic ? null : facts.Secret;
            await _applications.CreateAsync(descriptor);
            return;
        }

        descriptor.ClientSecret = facts.IsPublic ? null : facts.Secret ?? known.ClientSecret; // The manager knows its own hash again.
        await _applications.UpdateAsync(known, descriptor);
    }

    private static OpenIdApplicationFacts FactsOf(OpenIdApplication application) => new()
    {
        Key = application.Key,
        ClientId = application.ClientId ?? string.Empty,
        DisplayName = application.DisplayName ?? application.ClientId ?? string.Empty,
        IsPublic = application.ClientType == ClientTypes.Public,
        AsksForConsent = application.ConsentType != ConsentTypes.Implicit,
        AllowClientCredentials = application.Permissions.Contains(Permissions.GrantTypes.ClientCredentials),
        AllowAuthorizationCode = application.Permissions.Contains(Permissions.GrantTypes.AuthorizationCode),
        AllowRefreshToken = application.Permissions.Contains(Permissions.GrantTypes.RefreshToken),
        RedirectUris = application.RedirectUris,
        Roles = application.Properties.TryGetValue(OpenIdApplication.RolesProperty, out var roles) ? roles.Deserialize<string[]>() ?? [] : [],
        Scopes = [.. application.Permissions.Where(name => name.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal)).Select(name => name[Permissions.Prefixes.Scope.Length..])],
    };

    private static OpenIddictApplicationDescriptor Describe(OpenIdApplicationFacts facts)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = facts.ClientId,
            DisplayName = facts.DisplayName,
            ClientType = facts.IsPublic ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = facts.AsksForConsent ? ConsentTypes.Explicit : ConsentTypes.Implicit,
        };
        descriptor.Properties[OpenIdApplication.RolesProperty] = JsonSerializer.SerializeToElement(facts.Roles);
        descriptor.RedirectUris.UnionWith(facts.RedirectUris.Select(uri => new Uri(uri)));
        descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        descriptor.Permissions.UnionWith(PermissionsOf(facts));
        return descriptor;
    }

    private static IEnumerable<string> PermissionsOf(OpenIdApplicationFacts facts)
    {
        yield return Permissions.Endpoints.Token;
        yield return Permissions.Endpoints.Revocation;
        if (!facts.IsPublic)
        {
            yield return Permissions.Endpoints.Introspection;
        }

        if (facts.AllowClientCredentials)
        {
            yield return Permissions.GrantTypes.ClientCredentials;
        }

        if (facts.AllowAuthorizationCode)
        {
            yield return Permissions.Endpoints.Authorization;
            yield return Permissions.GrantTypes.AuthorizationCode;
            yield return Permissions.ResponseTypes.Code;
        }

        if (facts.AllowRefreshToken)
        {
            yield return Permissions.GrantTypes.RefreshToken;
        }

        foreach (var scope in facts.Scopes)
        {
            yield return Permissions.Prefixes.Scope + scope;
        }
    }
}
