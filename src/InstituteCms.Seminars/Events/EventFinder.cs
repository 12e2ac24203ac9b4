using InstituteCms.Api;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Events;

/// <summary>Looks published events up.</summary>
public sealed class EventFinder
{
    private const int MaxChoiceRows = 2_000; // The query cannot ask for distinct values, so it reads rows: no more than these.

    private readonly ISession _session;

    public EventFinder(ISession session) => _session = session;

    /// <summary>The event at <c>events/{slug}</c>.</summary>
    public async Task<ContentItem?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default)
    {
        var path = "events/" + slug;
        return await _session
            .Query<ContentItem, AutoroutePartIndex>(x => x.Path == path && x.Published)
            .With<EventPartIndex>(x => x.Published)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<ContentItem?> FindAsync(string eventId, CancellationToken cancellationToken = default) =>
        await FindAsync([eventId], cancellationToken) is [var found, ..] ? found : null;

    /// <summary>The event of this id, or at <c>events/{idOrSlug}</c>.</summary>
    public async Task<ContentItem?> FindByIdOrSlugAsync(string idOrSlug, CancellationToken cancellationToken = default) =>
        await FindAsync(idOrSlug, cancellationToken) ?? await FindBySlugAsync(idOrSlug, cancellationToken);

    /// <summary>Those events that exist, in no order.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default) =>
        eventIds.Count == 0 ? [] : [.. await _session
            .Query<ContentItem, EventPartIndex>(x => x.Published && x.ContentItemId.IsIn(eventIds))
            .ListAsync(cancellationToken)];

    /// <summary>A page of those that pass the filter.</summary>
    /// <param name="number">1 is the first page.</param>
    public async Task<Page<ContentItem>> FindAsync(EventFilter filter, DateTime nowUtc, int number, int size, CancellationToken cancellationToken = default)
    {
        var query = Filtered(filter);
        var total = await (filter.Past ? query.Where(x => x.EndUtc <= nowUtc) : query.Where(x => x.EndUtc > nowUtc)).CountAsync(cancellationToken);
        var items = await Ordered(filter, nowUtc).Skip((number - 1) * size).Take(size).ListAsync(cancellationToken);
        return new([.. items], number, size, total);
    }

    /// <summary>Some of those that pass the filter, in their order, from a place on.</summary>
    /// <param name="from">The place, with the instant at which the list is looked at.</param>
    public async Task<IReadOnlyList<ContentItem>> FindFromAsync(EventFilter filter, ListCursor from, int size, CancellationToken cancellationToken = default)
    {
        var (query, sort) = (Ordered(filter, from.AsOfUtc), from.SortUtc);
        if (from.Skip > 0)
        {
            query = filter.Past ? query.Where(x => x.StartUtc <= sort) : query.Where(x => x.StartUtc >= sort);
        }

        return [.. await query.ThenBy(x => x.ContentItemId).Skip(from.Skip).Take(size).ListAsync(cancellationToken)];
    }

    /// <summary>The latest announced first, whether over or not.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAnnouncedAsync(int count, CancellationToken cancellationToken = default) => [.. await Published()
        .With<ContentItemIndex>()
        .OrderByDescending(x => x.PublishedUtc)
        .Take(count)
        .ListAsync(cancellationToken)];

    /// <summary>Those of one speaker, the latest first.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAppearancesAsync(string speakerId, CancellationToken cancellationToken = default) => [.. await _session
        .Query<ContentItem, AppearanceIndex>(x => x.Published && x.SpeakerId == speakerId)
        .OrderByDescending(x => x.StartUtc)
        .ListAsync(cancellationToken)];

    /// <summary>What there is to choose from among the latest events.</summary>
    public async Task<EventChoices> FindChoicesAsync(CancellationToken cancellationToken = default)
    {
        var rows = (await _session
            .QueryIndex<EventPartIndex>(x => x.Published)
            .OrderByDescending(x => x.StartUtc)
            .Take(MaxChoiceRows)
            .ListAsync(cancellationToken)).ToList();
        return new(
            [.. rows.Select(row => row.Year).Where(year => year > 0).Distinct().OrderDescending()],
            [.. rows.Select(row => row.Series).OfType<string>().Where(series => series.Length > 0).Distinct().Order()],
            [.. rows.SelectMany(row => row.Languages.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order()]);
    }

    // A published version has one row, so there is nothing to group.
    private IQuery<ContentItem, EventPartIndex> Published()
    {
        var query = _session.Query<ContentItem, EventPartIndex>(x => x.Published);
        query.NoDuplicates();
        return query;
    }

    // Over: begun, and not still to end. Said so, the database reads the starts from now on backwards, and does not sort all that has ever ended.
    private IQuery<ContentItem, EventPartIndex> Ordered(EventFilter filter, DateTime nowUtc) => filter.Past
        ? Filtered(filter).Where(x => x.StartUtc <= nowUtc && !(x.EndUtc > nowUtc)).OrderByDescending(x => x.StartUtc)
        : Filtered(filter).Where(x => x.EndUtc > nowUtc).OrderBy(x => x.StartUtc);

    private IQuery<ContentItem, EventPartIndex> Filtered(EventFilter filter)
    {
        var query = Published();
        if (filter.Year is { } year)
        {
            query = query.Where(x => x.Year == year);
        }

        if (filter.Series is { Length: > 0 } series)
        {
            query = query.Where(x => x.Series == series);
        }

        if (filter.Language is { Length: > 0 } language)
        {
            var tag = $",{language},";
            query = query.Where(x => x.Languages.Contains(tag));
        }

        foreach (var word in SearchWords.Split(filter.Words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        return query;
    }
}
