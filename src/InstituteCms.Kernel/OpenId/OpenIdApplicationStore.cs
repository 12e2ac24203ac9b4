using System.Collections.Immutable;
using System.Globalization;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.OpenId;

internal sealed class OpenIdApplicationStore : OpenIdStore<OpenIdApplication>, IOpenIddictApplicationStore<OpenIdApplication>
{
    public OpenIdApplicationStore(ISession session)
        : base(session)
    {
    }

    public ValueTask<OpenIdApplication?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken) => FindByNameAsync(identifier, cancellationToken);

    public IAsyncEnumerable<OpenIdApplication> FindByRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        FindAsync(index => index.Kind == nameof(OpenIdApplication), application => application.RedirectUris.Contains(uri), cancellationToken);

    public IAsyncEnumerable<OpenIdApplication> FindByPostLogoutRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        FindAsync(index => index.Kind == nameof(OpenIdApplication), application => application.PostLogoutRedirectUris.Contains(uri), cancellationToken);

    public ValueTask<string?> GetApplicationTypeAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.ApplicationType);

    public ValueTask<string?> GetClientIdAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.ClientId);

    public ValueTask<string?> GetClientSecretAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.ClientSecret);

    public ValueTask<string?> GetClientTypeAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.ClientType);

    public ValueTask<string?> GetConsentTypeAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.ConsentType);

    public ValueTask<string?> GetDisplayNameAsync(OpenIdApplication application, CancellationToken cancellationToken) => new(application.DisplayName);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDisplayNamesAsync(OpenIdApplication application, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<JsonWebKeySet?> GetJsonWebKeySetAsync(OpenIdApplication application, CancellationToken cancellationToken) => new((JsonWebKeySet?)null);

    public ValueTask<ImmutableArray<string>> GetPermissionsAsync(OpenIdApplication application, CancellationToken cancellationToken) => new([.. application.Permissions]);

    public ValueTask<ImmutableArray<string>> GetPostLogoutRedirectUrisAsync(OpenIdApplication application, CancellationToken cancellationToken) =>
        new([.. application.PostLogoutRedirectUris]);

    public ValueTask<ImmutableArray<string>> GetRedirectUrisAsync(OpenIdApplication application, CancellationToken cancellationToken) => new([.. application.RedirectUris]);

    public ValueTask<ImmutableArray<string>> GetRequirementsAsync(OpenIdApplication application, CancellationToken cancellationToken) => new([.. application.Requirements]);

    public ValueTask<ImmutableDictionary<string, string>> GetSettingsAsync(OpenIdApplication application, CancellationToken cancellationToken) =>
        new(application.Settings.ToImmutableDictionary());

    public ValueTask SetApplicationTypeAsync(OpenIdApplication application, string? type, CancellationToken cancellationToken) => Set(() => application.ApplicationType = type);

    public ValueTask SetClientIdAsync(OpenIdApplication application, string? identifier, CancellationToken cancellationToken) => Set(() => application.ClientId = identifier);

    public ValueTask SetClientSecretAsync(OpenIdApplication application, string? secret, CancellationToken cancellationToken) => Set(() => application.ClientSecret = secret);

    public ValueTask SetClientTypeAsync(OpenIdApplication application, string? type, CancellationToken cancellationToken) => Set(() => application.ClientType = type);

    public ValueTask SetConsentTypeAsync(OpenIdApplication application, string? type, CancellationToken cancellationToken) => Set(() => application.ConsentType = type);

    public ValueTask SetDisplayNameAsync(OpenIdApplication application, string? name, CancellationToken cancellationToken) => Set(() => application.DisplayName = name);

    /// <summary>Names in several languages are not kept: the one name is.</summary>
    public ValueTask SetDisplayNamesAsync(OpenIdApplication application, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>Programs prove themselves by a secret; keys of theirs are not kept.</summary>
    public ValueTask SetJsonWebKeySetAsync(OpenIdApplication application, JsonWebKeySet? set, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask SetPermissionsAsync(OpenIdApplication application, ImmutableArray<string> permissions, CancellationToken cancellationToken) =>
        Set(() => application.Permissions = ListOf(permissions));

    public ValueTask SetPostLogoutRedirectUrisAsync(OpenIdApplication application, ImmutableArray<string> uris, CancellationToken cancellationToken) =>
        Set(() => application.PostLogoutRedirectUris = ListOf(uris));

    public ValueTask SetRedirectUrisAsync(OpenIdApplication application, ImmutableArray<string> uris, CancellationToken cancellationToken) =>
        Set(() => application.RedirectUris = ListOf(uris));

    public ValueTask SetRequirementsAsync(OpenIdApplication application, ImmutableArray<string> requirements, CancellationToken cancellationToken) =>
        Set(() => application.Requirements = ListOf(requirements));

    public ValueTask SetSettingsAsync(OpenIdApplication application, ImmutableDictionary<string, string> settings, CancellationToken cancellationToken) =>
        Set(() => application.Settings = settings.ToDictionary());

    private static List<string> ListOf(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? [] : [.. values];
}
