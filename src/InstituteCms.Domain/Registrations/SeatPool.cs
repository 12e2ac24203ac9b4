namespace InstituteCms.Registrations;

/// <summary>The seats of one event, and who may have them.</summary>
/// <param name="Capacity">Seats offered; <see langword="null"/> means unlimited.</param>
/// <param name="HeldBack">Seats of these that only invited guests get.</param>
/// <param name="Taken">Seats held by anybody.</param>
/// <param name="TakenByInvited">Seats of these held by invited guests.</param>
/// <param name="Waiting">Seats wanted by those on the waiting list.</param>
public sealed record SeatPool(int? Capacity, int HeldBack = 0, int Taken = 0, int TakenByInvited = 0, int Waiting = 0)
{
    /// <summary>Seats still kept for invited guests who have not come forward.</summary>
    public int StillHeldBack => Math.Max(0, HeldBack - TakenByInvited);

    /// <summary>Seats that a person of this kind may have, the waiting list aside; <see langword="null"/> means unlimited.</summary>
    public int? Free(bool invited) => Capacity is { } capacity ? Math.Max(0, capacity - Taken - (invited ? 0 : StillHeldBack)) : null;

    /// <summary>Whether a party from the waiting list fits in.</summary>
    public bool Fits(int seats, bool invited) => Free(invited) is not { } free || seats <= free;

    /// <summary>
    /// Whether a party that has just come fits in beside all who wait: nobody is overtaken. What is kept for invited guests
    /// is kept from the waiting list, too, and so theirs at once.
    /// </summary>
    public bool FitsNewcomer(int seats, bool invited) =>
        (invited && seats <= StillHeldBack && Fits(seats, invited)) || Free(invited) is not { } free || seats <= free - Waiting;

    /// <summary>The pool after this many seats more, or fewer, are held.</summary>
    public SeatPool After(int seats, bool invited) =>
        this with { Taken = Taken + seats, TakenByInvited = TakenByInvited + (invited ? seats : 0) };
}
