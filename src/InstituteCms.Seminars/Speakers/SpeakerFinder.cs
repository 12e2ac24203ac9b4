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
        foreach (var word in SearchWords.Split(words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        return query;
    }
}
