namespace InstituteCms.Events;

/// <summary>The seats of an event that are held or waited for.</summary>
/// <param name="Taken">Seats held by anybody.</param>
/// <param name="TakenByInvited">Seats of these held by invited guests.</param>
/// <param name="WaitedFor">Seats wanted by those on the waiting list.</param>
/// <param name="Waiting">Parties on the waiting list.</param>
public sealed record SeatCount(int Taken = 0, int TakenByInvited = 0, int WaitedFor = 0, int Waiting = 0)
{
    /// <summary>The same of those who take part online at an event that has both ways; the others are those at the venue.</summary>
    public SeatCount? Online { get; init; }

    /// <summary>Seats held in either way.</summary>
    public int Total => Taken + (Online?.Taken ?? 0);

    /// <summary>Nobody has come forward.</summary>
    public static SeatCount None { get; } = new();
}

/// <summary>Knows how many seats are held. Present when the feature Registrations is on.</summary>
public interface ISeatCounter
{
    /// <summary>Seats by content item id of the event, in one query; an event without an entry has none held.</summary>
    Task<IReadOnlyDictionary<string, SeatCount>> CountAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default);

    /// <summary>People who were checked in at the door of an event.</summary>
    Task<int> CountCheckedInAsync(string eventId, CancellationToken cancellationToken = default);

    /// <summary>Seats of one event; none of one that was never stored.</summary>
    async Task<SeatCount> CountAsync(string? eventId, CancellationToken cancellationToken = default) =>
        eventId is null ? SeatCount.None : (await CountAsync([eventId], cancellationToken)).GetValueOrDefault(eventId, SeatCount.None);
}
