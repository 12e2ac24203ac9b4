namespace InstituteCms.Events;

/// <summary>All that <see cref="EventAvailability.At"/> needs to know of an event.</summary>
/// <param name="Status">What the organisers have said.</param>
/// <param name="StartUtc">Start of the event; <see langword="null"/> when not fixed yet.</param>
/// <param name="EndUtc">First instant at which the event is over; <see langword="null"/> when not fixed yet.</param>
/// <param name="RegistrationEnabled">Whether people register for this event at all.</param>
/// <param name="OpensUtc">First instant at which registration is open; <see langword="null"/> means from the announcement on.</param>
/// <param name="ClosesUtc">First instant at which it is closed again; <see langword="null"/> means at the start of the event.</param>
/// <param name="Capacity">Seats offered; <see langword="null"/> means unlimited.</param>
/// <param name="SeatsTaken">Seats held.</param>
public sealed record AvailabilityFacts(
    EventStatus Status,
    DateTime? StartUtc,
    DateTime? EndUtc,
    bool RegistrationEnabled,
    DateTime? OpensUtc = null,
    DateTime? ClosesUtc = null,
    int? Capacity = null,
    int SeatsTaken = 0)
{
    /// <summary>Seats left, never below zero; <see langword="null"/> means unlimited.</summary>
    public int? RemainingSeats => Capacity is { } capacity ? Math.Max(0, capacity - SeatsTaken) : null;
}
