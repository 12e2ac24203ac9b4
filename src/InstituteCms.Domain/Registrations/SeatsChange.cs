namespace InstituteCms.Registrations;

/// <summary>What other seats would mean for those who have registered.</summary>
/// <param name="MoveUp">Parties that would get a seat, or be offered one, from the waiting list.</param>
/// <param name="People">People in these.</param>
/// <param name="Over">Seats held beyond those that there would be: nobody is removed.</param>
public sealed record SeatsChange(int MoveUp, int People, int Over)
{
    /// <summary>Nothing happens to anybody.</summary>
    public static SeatsChange None { get; } = new(0, 0, 0);

    /// <summary>Foresees what happens once <paramref name="pool"/> holds.</summary>
    /// <param name="pool">The seats as they would be, with those held and waited for as they are.</param>
    /// <param name="line">All who wait, the first in line first.</param>
    /// <param name="promotion">How seats that become free go to those who wait.</param>
    public static SeatsChange Foresee(SeatPool pool, IEnumerable<WaitingParty> line, WaitlistPromotion promotion)
    {
        var next = promotion == WaitlistPromotion.ByHand ? [] : Waitlist.Next(pool, line).ToArray();
        return new(next.Length, next.Sum(party => party.Seats), Math.Max(0, pool.Taken - (pool.Capacity ?? pool.Taken)));
    }
}
