using OrchardCore.Modules;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Headless.Tokens;

/// <summary>The access tokens of the tenant's users.</summary>
public sealed class AccessTokens
{
    /// <summary>As many as one user may have.</summary>
    public const int MostPerUser = 50;

    /// <summary>Characters of a name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Days for which a token may be good.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [7, 30, 90, 365];

    private static readonly TimeSpan _useIsNoted = TimeSpan.FromMinutes(1);

    private readonly ISession _session;
    private readonly IClock _clock;

    /// <summary>Works on the scope's session.</summary>
    public AccessTokens(ISession session, IClock clock) => (_session, _clock) = (session, clock);

    /// <summary>The tokens of one user, the newest first, also those that have expired.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(string userId) =>
        [.. (await _session.Query<AccessToken, AccessTokenIndex>(index => index.UserId == userId).ListAsync()).OrderByDescending(token => token.CreatedUtc)];

    /// <summary>Makes a token. The secret is never to be had again.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="permissions">What it may be used with.</param>
    /// <param name="days">For how long: one of <see cref="Lifetimes"/>.</param>
    public async Task<(AccessToken Token, string Secret)> CreateAsync(string userId, string name, IEnumerable<string> permissions, int days)
    {
        var secret = AccessTokenSecret.Create();
        var token = new AccessToken
        {
            UserId = userId,
            Name = name,
            Hash = AccessTokenSecret.Hash(secret),
            Permissions = [.. permissions],
            CreatedUtc = _clock.UtcNow,
            ExpiresUtc = _clock.UtcNow.AddDays(days),
        };
        await _session.SaveAsync(token);
        return (token, secret);
    }

    /// <summary>Ends a token of this user at once; null where there is no such token.</summary>
    public async Task<AccessToken?> RevokeAsync(string userId, long id)
    {
        if (await _session.GetAsync<AccessToken>(id) is not { } token || token.UserId != userId)
        {
            return null;
        }

        _session.Delete(token);
        return token;
    }

    /// <summary>The token of a secret, if it is still good.</summary>
    public async Task<AccessToken?> FindAsync(string secret)
    {
        var hash = AccessTokenSecret.Hash(secret);
        var token = await _session.Query<AccessToken, AccessTokenIndex>(index => index.Hash == hash).FirstOrDefaultAsync();
        return token is not null && _clock.UtcNow < token.ExpiresUtc ? token : null;
    }

    /// <summary>Whether a use is to be written down: not each of many in a row is.</summary>
    public bool IsUseNews(AccessToken token) => token.LastUsedUtc is not { } last || _clock.UtcNow - last >= _useIsNoted;

    /// <summary>Writes down that a token was used just now.</summary>
    public async Task NoteUseAsync(long id)
    {
        if (await _session.GetAsync<AccessToken>(id) is { } token && IsUseNews(token))
        {
            token.LastUsedUtc = _clock.UtcNow;
            await _session.SaveAsync(token);
        }
    }
}
