using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class WaitlistTests
{
    private static readonly SeatPool _twoFree = new(Capacity: 10, Taken: 8);

    [Fact]
    public void First_in_line_come_first() => Assert.Equal([1, 2], Ids(_twoFree, Party(1), Party(2), Party(3)));

    [Fact]
    public void Party_that_does_not_fit_is_passed_over() => Assert.Equal([2, 4], Ids(_twoFree, Party(1, seats: 3), Party(2), Party(3, seats: 2), Party(4)));

    [Fact]
    public void Seats_held_back_are_for_invited_guests_alone() =>
        Assert.Equal([2], Ids(_twoFree with { HeldBack = 2 }, Party(1), Party(2, invited: true)));

    [Fact]
    public void Guest_who_has_come_is_not_waited_for_any_more() =>
        Assert.Equal([1], Ids(_twoFree with { HeldBack = 2, TakenByInvited = 1 }, Party(1), Party(2)));

    [Fact]
    public void Without_a_limit_everybody_comes() => Assert.Equal([1, 2], Ids(new SeatPool(null), Party(1, seats: 20), Party(2)));

    [Fact]
    public void Reason_why_nobody_moves_up_is_known()
    {
        Assert.Equal(WaitlistStandstill.NobodyWaits, Waitlist.WhyNobody(_twoFree, []));
        Assert.Equal(WaitlistStandstill.NoSeatFree, Waitlist.WhyNobody(_twoFree with { Taken = 10 }, [Party(1)]));
        Assert.Equal(WaitlistStandstill.HeldBack, Waitlist.WhyNobody(_twoFree with { HeldBack = 2 }, [Party(1)]));
        Assert.Equal(WaitlistStandstill.PartiesTooLarge, Waitlist.WhyNobody(_twoFree, [Party(1, seats: 3)]));
        Assert.Null(Waitlist.WhyNobody(_twoFree, [Party(1)]));
    }

    private static WaitingParty Party(long id, int seats = 1, bool invited = false) => new(id, seats, invited);

    private static IEnumerable<long> Ids(SeatPool pool, params WaitingParty[] line) => Waitlist.Next(pool, line).Select(party => party.Id);
}
