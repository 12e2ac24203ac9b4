using InstituteCms.Registrations;

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
/// <param name="HeldBack">Seats that only invited guests get.</param>
/// <param name="SeatsTakenByInvited">Seats held by invited guests.</param>
/// <param name="SeatsWaitedFor">Seats wanted by those on the waiting list.</param>
/// <param name="WaitlistPlaces">Parties that may still join the waiting list.</param>
/// <param name="ByInvitation">Whether only invited guests may register.</param>
public sealed record AvailabilityFacts(
    EventStatus Status,
    DateTime? StartUtc,
    DateTime? EndUtc,
    bool RegistrationEnabled,
    DateTime? OpensUtc = null,
    DateTime? ClosesUtc = null,
    int? Capacity = null,
    int SeatsTaken = 0,
    int HeldBack = 0,
    int SeatsTakenByInvited = 0,
    int SeatsWaitedFor = 0,
    int WaitlistPlaces = 0,
    bool ByInvitation = false)
{
    /// <summary>The event's seats.</summary>
    public SeatPool Seats => new(Capacity, HeldBack, SeatsTaken, SeatsTakenByInvited, SeatsWaitedFor);

    /// <summary>Seats left for whoever comes now, never below zero; <see langword="null"/> means unlimited.</summary>
    public int? RemainingSeats => Seats.Free(invited: false) is { } free ? Math.Max(0, free - SeatsWaitedFor) : null;
}
