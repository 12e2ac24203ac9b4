using InstituteCms.Events;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Speakers;

/// <summary>Looks published speakers up.</summary>
public sealed class SpeakerFinder
{
    private readonly ISession _session;

    public SpeakerFinder(ISession session) => _session = session;

    /// <summary>Those speakers that exist, by content item id.</summary>
    public async Task<IReadOnlyDictionary<string, ContentItem>> FindAsync(IReadOnlyCollection<string> speakerIds, CancellationToken cancellationToken = default)
    {
        if (speakerIds.Count == 0)
        {
            return new Dictionary<string, ContentItem>();
        }

        var items = await _session
            .Query<ContentItem, SpeakerPartIndex>(x => x.Published && x.ContentItemId.IsIn(speakerIds))
            .ListAsync(cancellationToken);
        return items.DistinctBy(item => item.ContentItemId).ToDictionary(item => item.ContentItemId);
    }

    /// <summary>A page of speakers by name.</summary>
    /// <param name="number">1 is the first page.</param>
    public async Task<Page<ContentItem>> FindAsync(string? words, int number, int size, CancellationToken cancellationToken = default)
    {
        var total = await Filtered(words).CountAsync(cancellationToken);
        var items = await Filtered(words).OrderBy(x => x.Name).Skip((number - 1) * size).Take(size).ListAsync(cancellationToken);
        return new([.. items], number, size, total);
    }

    /// <summary>The speaker at <c>speakers/{slug}</c>.</summary>
    public async Task<ContentItem?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default)
    {
        var path = "speakers/" + slug;
        var route = await _session.QueryIndex<AutoroutePartIndex>(x => x.Path == path && x.Published).FirstOrDefaultAsync(cancellationToken);
        return route is null ? null : (await FindAsync([route.ContentItemId], cancellationToken)).GetValueOrDefault(route.ContentItemId);
    }

    /// <summary>Some speakers by name, from a place in the list on.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindFromAsync(string? words, int skip, int size, CancellationToken cancellationToken = default) =>
        [.. await Filtered(words).OrderBy(x => x.Name).ThenBy(x => x.ContentItemId).Skip(skip).Take(size).ListAsync(cancellationToken)];

    /// <summary>Names of those speakers that exist, drafts too, by content item id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindNamesAsync(IReadOnlyCollection<string> speakerIds, CancellationToken cancellationToken = default)
    {
        if (speakerIds.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var rows = await _session.QueryIndex<SpeakerPartIndex>(x => x.Latest && x.ContentItemId.IsIn(speakerIds)).ListAsync(cancellationToken);
        return rows.DistinctBy(row => row.ContentItemId).ToDictionary(row => row.ContentItemId, row => row.Name);
    }

    private IQuery<ContentItem, SpeakerPartIndex> Filtered(string? words)
    {
        var query = _session.Query<ContentItem, SpeakerPartIndex>(x => x.Published);
        query.NoDuplicates(); // A published version has one row, so there is nothing to group.
        foreach (var word in SearchWords.Split(words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        return query;
    }
}
