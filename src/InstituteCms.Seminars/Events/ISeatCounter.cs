namespace InstituteCms.Events;

/// <summary>Knows how many seats are taken. Present when the feature Registrations is on.</summary>
public interface ISeatCounter
{
    /// <summary>Seats taken by content item id of the event, in one query; an event without an entry has none taken.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default);
}
