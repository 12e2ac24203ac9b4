using InstituteCms.Registrations;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Previews;

/// <summary>Makes, finds and withdraws links for colleagues.</summary>
public sealed class PreviewLinks
{
    /// <summary>The most links to one item at a time.</summary>
    public const int MaxLinks = 20;

    private static readonly TimeSpan _remembered = TimeSpan.FromDays(30); // So long an ended link is told from one that never was.

    private readonly ISession _session;
    private readonly IClock _clock;

    public PreviewLinks(ISession session, IClock clock)
    {
        _session = session;
        _clock = clock;
    }

    /// <summary>For how many days a link may be good.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 7, 30];

    /// <summary>A new link; null where there are too many already.</summary>
    public async Task<PersonalToken?> CreateAsync(string contentItemId, string madeBy, int days)
    {
        if ((await LiveAsync(contentItemId)).Count >= MaxLinks)
        {
            return null;
        }

        await ForgetAsync();
        var token = PersonalToken.Create();
        var nowUtc = _clock.UtcNow;
        await _session.SaveAsync(new PreviewLink
        {
            ContentItemId = contentItemId,
            TokenHash = token.Hash,
            MadeBy = madeBy,
            CreatedUtc = nowUtc,
            ExpiresUtc = nowUtc.AddDays(days),
        });
        return token;
    }

    /// <summary>Those to an item that work, the first to end first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> LiveAsync(string contentItemId)
    {
        var nowUtc = _clock.UtcNow;
        return [.. await _session
            .Query<PreviewLink, PreviewLinkIndex>(x => x.ContentItemId == contentItemId && x.ExpiresUtc > nowUtc)
            .OrderBy(x => x.ExpiresUtc)
            .ListAsync()];
    }

    /// <summary>The link with this secret, ended or not.</summary>
    public async Task<PreviewLink?> FindAsync(string? secret)
    {
        if (!PersonalToken.TryParse(secret, out var token))
        {
            return null;
        }

        var hash = token.Hash;
        return await _session.Query<PreviewLink, PreviewLinkIndex>(x => x.TokenHash == hash).FirstOrDefaultAsync();
    }

    public bool IsOver(PreviewLink link) => link.ExpiresUtc <= _clock.UtcNow;

    /// <summary>Withdraws a link of the item; false where there is none.</summary>
    public async Task<bool> RevokeAsync(string contentItemId, long id)
    {
        if ((await LiveAsync(contentItemId)).FirstOrDefault(link => link.Id == id) is not { } link)
        {
            return false;
        }

        _session.Delete(link);
        return true;
    }

    private async Task ForgetAsync()
    {
        var before = _clock.UtcNow - _remembered;
        foreach (var link in await _session.Query<PreviewLink, PreviewLinkIndex>(x => x.ExpiresUtc < before).ListAsync())
        {
            _session.Delete(link);
        }
    }
}
