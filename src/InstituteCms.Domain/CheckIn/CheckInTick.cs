namespace InstituteCms.CheckIn;

/// <summary>One tick at the door, or its being taken back.</summary>
/// <param name="AtUtc">When, by the clock of the site: phones correct their own.</param>
/// <param name="IsHere">Whether the person has come.</param>
public sealed record CheckInTick(DateTime AtUtc, bool IsHere)
{
    /// <summary>
    /// What holds when both are known: the later one, whoever made it and in whatever order they arrive. So phones that were without a connection come to the
    /// same in the end, and the same tick twice changes nothing. Of two at the same instant the one holds that says the person is here.
    /// </summary>
    public static CheckInTick Latest(CheckInTick? known, CheckInTick tick) =>
        known is null || tick.AtUtc > known.AtUtc || (tick.AtUtc == known.AtUtc && tick.IsHere) ? tick : known;
}
