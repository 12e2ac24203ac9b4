using InstituteCms.Events;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Editors;

/// <summary>What was filled in before, to be picked again.</summary>
public sealed class EventMemory
{
    private const int MaxEvents = 60;
    private const int MaxSuggestions = 12;

    private readonly ISession _session;

    public EventMemory(ISession session) => _session = session;

    /// <summary>Venues of the latest events that have these words, with their address and map.</summary>
    public async Task<IReadOnlyList<Venue>> VenuesAsync(string? words, CancellationToken cancellationToken = default) =>
        [.. (await FindAsync(words, cancellationToken)).Select(part => part.Venue)
            .Where(venue => Has(venue.Name, words) || Has(venue.Address, words))
            .Where(venue => !string.IsNullOrEmpty(venue.Name))
            .DistinctBy(venue => venue.Name)
            .Take(MaxSuggestions)];

    /// <summary>Hosts of the latest events.</summary>
    public async Task<IReadOnlyList<Organizer>> HostsAsync(string? words, CancellationToken cancellationToken = default) =>
        [.. (await FindAsync("", cancellationToken)).SelectMany(part => part.Organizers)
            .Where(host => !string.IsNullOrEmpty(host.Name) && Has(host.Name, words))
            .DistinctBy(host => host.Name)
            .Take(MaxSuggestions)];

    private static bool Has(string? text, string? words) => string.IsNullOrWhiteSpace(words) || text?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    private async Task<IEnumerable<EventPart>> FindAsync(string? words, CancellationToken cancellationToken)
    {
        var query = _session.Query<ContentItem, EventPartIndex>(x => x.Latest);
        foreach (var word in SearchWords.Split(words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        return (await query.OrderByDescending(x => x.StartUtc).NoDuplicates().Take(MaxEvents).ListAsync(cancellationToken)).Select(item => item.GetOrCreate<EventPart>());
    }
}
