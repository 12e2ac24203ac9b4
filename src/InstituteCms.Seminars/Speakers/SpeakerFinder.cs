using InstituteCms.Events;
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

    /// <summary>Everyone an event may name, drafts too: id and name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ListNamesAsync(CancellationToken cancellationToken = default)
    {
        var rows = await _session.QueryIndex<SpeakerPartIndex>(x => x.Latest).OrderBy(x => x.Name).ListAsync(cancellationToken);
        return [.. rows.Select(row => KeyValuePair.Create(row.ContentItemId, row.Name))];
    }

    private IQuery<ContentItem, SpeakerPartIndex> Filtered(string? words)
    {
        var query = _session.Query<ContentItem, SpeakerPartIndex>(x => x.Published);
        foreach (var word in SearchWords.Split(words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        return query;
    }
}
