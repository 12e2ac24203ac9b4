namespace InstituteCms.Events;

/// <summary>Knows how many seats are taken. Present when the feature Registrations is on.</summary>
public interface ISeatCounter
{
    /// <summary>Seats taken by content item id of the event, in one query; an event without an entry has none taken.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default);

    /// <summary>Seats taken at one event; none at one that was never stored.</summary>
    async Task<int> CountAsync(string? eventId, CancellationToken cancellationToken = default) =>
        eventId is null ? 0 : (await CountAsync([eventId], cancellationToken)).GetValueOrDefault(eventId);
}
