using System.Collections.Immutable;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.OpenId;

internal sealed class OpenIdAuthorizationStore : OpenIdStore<OpenIdAuthorization>, IOpenIddictAuthorizationStore<OpenIdAuthorization>
{
    public OpenIdAuthorizationStore(ISession session)
        : base(session)
    {
    }

    protected override bool IsCommittedAtOnce => true;

    public IAsyncEnumerable<OpenIdAuthorization> FindAsync(
        string? subject, string? client, string? status, string? type, ImmutableArray<string>? scopes, CancellationToken cancellationToken)
    {
        var wanted = scopes ?? [];
        return FindAsync(Of(subject), authorization => Matches(authorization, client, status, type) && wanted.All(authorization.Scopes.Contains), cancellationToken);
    }

    public IAsyncEnumerable<OpenIdAuthorization> FindByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        FindAsync(index => index.ApplicationId == identifier && index.Kind == nameof(OpenIdAuthorization), _ => true, cancellationToken);

    public IAsyncEnumerable<OpenIdAuthorization> FindBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        FindAsync(Of(subject), _ => true, cancellationToken);

    public ValueTask<string?> GetApplicationIdAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) => new(authorization.ApplicationId);

    public ValueTask<DateTimeOffset?> GetCreationDateAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) =>
        new(authorization.CreatedUtc.ToOffset());

    public ValueTask<ImmutableArray<string>> GetScopesAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) => new([.. authorization.Scopes]);

    public ValueTask<string?> GetStatusAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Status);

    public ValueTask<string?> GetSubjectAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Subject);

    public ValueTask<string?> GetTypeAsync(OpenIdAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Type);

    public ValueTask<long> PruneAsync(DateTimeOffset threshold, CancellationToken cancellationToken)
    {
        var beforeUtc = threshold.UtcDateTime;
        return ForEachAsync(
            index => index.Kind == nameof(OpenIdAuthorization) && index.CreatedUtc < beforeUtc,
            authorization => authorization.Status != Statuses.Valid || authorization.Type == AuthorizationTypes.AdHoc,
            change: null,
            cancellationToken);
    }

    public ValueTask<long> RevokeAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) => ForEachAsync(
        Of(subject),
        authorization => Matches(authorization, client, status, type),
        Revoke,
        cancellationToken);

    public ValueTask<long> RevokeByApplicationIdAsync(string identifier, CancellationToken cancellationToken) => ForEachAsync(
        index => index.ApplicationId == identifier && index.Kind == nameof(OpenIdAuthorization), _ => true, Revoke, cancellationToken);

    public ValueTask<long> RevokeBySubjectAsync(string subject, CancellationToken cancellationToken) => ForEachAsync(
        Of(subject), _ => true, Revoke, cancellationToken);

    public ValueTask SetApplicationIdAsync(OpenIdAuthorization authorization, string? identifier, CancellationToken cancellationToken) =>
        Set(() => authorization.ApplicationId = identifier);

    public ValueTask SetCreationDateAsync(OpenIdAuthorization authorization, DateTimeOffset? date, CancellationToken cancellationToken) =>
        Set(() => authorization.CreatedUtc = date?.UtcDateTime);

    public ValueTask SetScopesAsync(OpenIdAuthorization authorization, ImmutableArray<string> scopes, CancellationToken cancellationToken) =>
        Set(() => authorization.Scopes = scopes.IsDefaultOrEmpty ? [] : [.. scopes]);

    public ValueTask SetStatusAsync(OpenIdAuthorization authorization, string? status, CancellationToken cancellationToken) => Set(() => authorization.Status = status);

    public ValueTask SetSubjectAsync(OpenIdAuthorization authorization, string? subject, CancellationToken cancellationToken) => Set(() => authorization.Subject = subject);

    public ValueTask SetTypeAsync(OpenIdAuthorization authorization, string? type, CancellationToken cancellationToken) => Set(() => authorization.Type = type);

    private static bool Matches(OpenIdAuthorization authorization, string? client, string? status, string? type) =>
        (client is null || authorization.ApplicationId == client) && (status is null || authorization.Status == status) && (type is null || authorization.Type == type);

    private static void Revoke(OpenIdAuthorization authorization) => authorization.Status = Statuses.Revoked;
}
