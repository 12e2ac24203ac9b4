using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.OpenId;

internal sealed class OpenIdTokenStore : OpenIdStore<OpenIdToken>, IOpenIddictTokenStore<OpenIdToken>
{
    private readonly TimeProvider _time;

    public OpenIdTokenStore(ISession session, TimeProvider time)
        : base(session) => _time = time;

    protected override bool IsCommittedAtOnce => true;

    public IAsyncEnumerable<OpenIdToken> FindAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) =>
        FindAsync(Of(subject), token => Matches(token, client, status, type), cancellationToken);

    public IAsyncEnumerable<OpenIdToken> FindByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        FindAsync(index => index.ApplicationId == identifier && index.Kind == nameof(OpenIdToken), _ => true, cancellationToken);

    public IAsyncEnumerable<OpenIdToken> FindByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        FindAsync(index => index.AuthorizationId == identifier && index.Kind == nameof(OpenIdToken), _ => true, cancellationToken);

    public ValueTask<OpenIdToken?> FindByReferenceIdAsync(string identifier, CancellationToken cancellationToken) => FindByNameAsync(identifier, cancellationToken);

    public IAsyncEnumerable<OpenIdToken> FindBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        FindAsync(Of(subject), _ => true, cancellationToken);

    public ValueTask<string?> GetApplicationIdAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.ApplicationId);

    public ValueTask<string?> GetAuthorizationIdAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.AuthorizationId);

    public ValueTask<DateTimeOffset?> GetCreationDateAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.CreatedUtc.ToOffset());

    public ValueTask<DateTimeOffset?> GetExpirationDateAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.ExpiresUtc.ToOffset());

    public ValueTask<string?> GetPayloadAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.Payload);

    public ValueTask<DateTimeOffset?> GetRedemptionDateAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.RedeemedUtc.ToOffset());

    public ValueTask<string?> GetReferenceIdAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.ReferenceId);

    public ValueTask<string?> GetStatusAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.Status);

    public ValueTask<string?> GetSubjectAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.Subject);

    public ValueTask<string?> GetTypeAsync(OpenIdToken token, CancellationToken cancellationToken) => new(token.Type);

    public ValueTask<long> PruneAsync(DateTimeOffset threshold, CancellationToken cancellationToken)
    {
        var (beforeUtc, nowUtc) = (threshold.UtcDateTime, _time.GetUtcNow().UtcDateTime);
        return ForEachAsync(
            index => index.Kind == nameof(OpenIdToken) && index.CreatedUtc < beforeUtc,
            token => token.Status is not (Statuses.Inactive or Statuses.Valid) || token.ExpiresUtc < nowUtc,
            change: null,
            cancellationToken);
    }

    public ValueTask<long> RevokeAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) => ForEachAsync(
        Of(subject),
        token => Matches(token, client, status, type),
        Revoke,
        cancellationToken);

    public ValueTask<long> RevokeByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        ForEachAsync(index => index.ApplicationId == identifier && index.Kind == nameof(OpenIdToken), _ => true, Revoke, cancellationToken);

    public ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        ForEachAsync(index => index.AuthorizationId == identifier && index.Kind == nameof(OpenIdToken), _ => true, Revoke, cancellationToken);

    public ValueTask<long> RevokeBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        ForEachAsync(Of(subject), _ => true, Revoke, cancellationToken);

    public ValueTask SetApplicationIdAsync(OpenIdToken token, string? identifier, CancellationToken cancellationToken) => Set(() => token.ApplicationId = identifier);

    public ValueTask SetAuthorizationIdAsync(OpenIdToken token, string? identifier, CancellationToken cancellationToken) => Set(() => token.AuthorizationId = identifier);

    public ValueTask SetCreationDateAsync(OpenIdToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Set(() => token.CreatedUtc = date?.UtcDateTime);

    public ValueTask SetExpirationDateAsync(OpenIdToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Set(() => token.ExpiresUtc = date?.UtcDateTime);

    public ValueTask SetPayloadAsync(OpenIdToken token, string? payload, CancellationToken cancellationToken) => Set(() => token.Payload = payload);

    public ValueTask SetRedemptionDateAsync(OpenIdToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Set(() => token.RedeemedUtc = date?.UtcDateTime);

    public ValueTask SetReferenceIdAsync(OpenIdToken token, string? identifier, CancellationToken cancellationToken) => Set(() => token.ReferenceId = identifier);

    public ValueTask SetStatusAsync(OpenIdToken token, string? status, CancellationToken cancellationToken) => Set(() => token.Status = status);

    public ValueTask SetSubjectAsync(OpenIdToken token, string? subject, CancellationToken cancellationToken) => Set(() => token.Subject = subject);

    public ValueTask SetTypeAsync(OpenIdToken token, string? type, CancellationToken cancellationToken) => Set(() => token.Type = type);

    private static bool Matches(OpenIdToken token, string? client, string? status, string? type) =>
        (client is null || token.ApplicationId == client) && (status is null || token.Status == status) && (type is null || token.Type == type);

    private static void Revoke(OpenIdToken token) => token.Status = Statuses.Revoked;
}
