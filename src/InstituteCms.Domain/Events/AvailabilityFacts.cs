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
/// <param name="Online">Seats online, at an event that has both ways of taking part: the others are those at the venue.</param>
/// <param name="OnlineWaitlistPlaces">Parties that may still join the waiting list for these.</param>
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
    bool ByInvitation = false,
    SeatPool? Online = null,
    int OnlineWaitlistPlaces = 0)
{
    /// <summary>Ways of taking part that are offered to those who come now.</summary>
    public IReadOnlyList<AttendanceMode> Modes { get; init; } = AttendanceModes.Of(EventFormat.InPerson, EventStatus.Scheduled);

    /// <summary>The event's seats.</summary>
    public SeatPool Seats => new(Capacity, HeldBack, SeatsTaken, SeatsTakenByInvited, SeatsWaitedFor);

    /// <summary>Whether anybody is on a waiting list.</summary>
    public bool IsWaitedFor => SeatsWaitedFor > 0 || Online is { Waiting: > 0 };

    /// <summary>Whether somebody waits for seats of which at least one is free.</summary>
    public bool MayMoveUp => MayFit(Seats) || (Online is { } online && MayFit(online));

    /// <summary>Seats held in either way.</summary>
    public int AllSeatsTaken => SeatsTaken + (Online?.Taken ?? 0);

    /// <summary>The facts for those who take part in one way alone.</summary>
    public AvailabilityFacts For(AttendanceMode mode) => (mode, Online) switch
    {
        (AttendanceMode.Online, { } online) => this with
        {
            Capacity = online.Capacity,
            HeldBack = online.HeldBack,
            SeatsTaken = online.Taken,
            SeatsTakenByInvited = online.TakenByInvited,
            SeatsWaitedFor = online.Waiting,
            WaitlistPlaces = OnlineWaitlistPlaces,
            Online = null,
        },
        _ => this with { Online = null },
    };

    /// <summary>Seats left for whoever comes now, never below zero; <see langword="null"/> means unlimited.</summary>
    public int? RemainingSeats => Seats.Free(invited: false) is { } free ? Math.Max(0, free - SeatsWaitedFor) : null;

    private static bool MayFit(SeatPool pool) => pool.Waiting > 0 && pool.Free(invited: true) != 0;
}
