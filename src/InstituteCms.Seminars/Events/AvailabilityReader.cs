using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Events;

/// <summary>Gathers what <see cref="EventAvailability.At"/> has to know.</summary>
public sealed class AvailabilityReader
{
    private readonly ISeatCounter? _seats;

    public AvailabilityReader(IEnumerable<ISeatCounter> seats) => _seats = seats.FirstOrDefault();

    /// <summary>The facts of each event, by content item id, with one query for all of them.</summary>
    public async Task<IReadOnlyDictionary<string, AvailabilityFacts>> ReadAsync(
        IEnumerable<ContentItem> events, CancellationToken cancellationToken = default)
    {
        var byId = events.DistinctBy(e => e.ContentItemId).ToDictionary(e => e.ContentItemId);
        var taken = _seats is null || byId.Count == 0
            ? new Dictionary<string, SeatCount>()
            : await _seats.CountAsync(byId.Keys, cancellationToken);
        return byId.ToDictionary(e => e.Key, e => Facts(e.Value, taken.GetValueOrDefault(e.Key, SeatCount.None)));
    }

    /// <summary>The facts of one event.</summary>
    public async Task<AvailabilityFacts> ReadAsync(ContentItem @event, CancellationToken cancellationToken = default) =>
        (await ReadAsync([@event], cancellationToken))[@event.ContentItemId];

    private AvailabilityFacts Facts(ContentItem @event, SeatCount seats)
    {
        var part = @event.GetOrCreate<EventPart>();
        var registration = _seats is not null && @event.TryGet<RegistrationPart>(out var found) ? found : new RegistrationPart();
        var online = seats.Online ?? SeatCount.None;
        return new(
            part.Status,
            part.StartUtc,
            part.EndUtc,
            registration.Enabled,
            registration.OpensUtc,
            registration.ClosesUtc,
            registration.Capacity,
            seats.Taken,
            registration.HeldBack,
            seats.TakenByInvited,
            seats.WaitedFor,
            WaitlistPlaces: Math.Max(0, registration.WaitlistLength - seats.Waiting),
            ByInvitation: registration.Audience == RegistrationAudience.Invited,
            Online: new(registration.OnlineCapacity, Taken: online.Taken, Waiting: online.WaitedFor),
            OnlineWaitlistPlaces: Math.Max(0, registration.WaitlistLength - online.Waiting))
        {
            Modes = part.Modes(),
        };
    }
}
