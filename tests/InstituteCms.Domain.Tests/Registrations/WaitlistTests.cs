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
    public void Somebody_who_is_about_to_move_up_is_no_standstill() => Assert.Null(Why(_twoFree, Party(1)));

    [Fact]
    public void Nobody_waits() => Assert.Equal(new WaitlistHalt(WaitlistStandstill.NobodyWaits), Why(_twoFree));

    [Fact]
    public void No_seat_is_free() =>
        Assert.Equal(new WaitlistHalt(WaitlistStandstill.NoSeatFree, Needed: 1), Why(_twoFree with { Taken = 10 }, Party(1)));

    [Fact]
    public void Seats_are_held_by_offers() =>
        Assert.Equal(
            new WaitlistHalt(WaitlistStandstill.OffersOutstanding, Needed: 1, Offered: 2),
            Waitlist.WhyNobody(_twoFree with { Taken = 10 }, [Party(1)], offered: 2, WaitlistPromotion.ByOffer, isTooLate: false));

    [Fact]
    public void Free_seats_are_kept_for_invited_guests() =>
        Assert.Equal(new WaitlistHalt(WaitlistStandstill.HeldBack, Needed: 1, HeldBack: 2), Why(_twoFree with { HeldBack = 2 }, Party(1)));

    [Fact]
    public void First_party_needs_more_than_are_free() =>
        Assert.Equal(new WaitlistHalt(WaitlistStandstill.PartiesTooLarge, Free: 2, Needed: 3), Why(_twoFree, Party(1, seats: 3), Party(2, seats: 4)));

    [Fact]
    public void Party_further_down_the_line_that_fits_ends_the_standstill() => Assert.Null(Why(_twoFree, Party(1, seats: 3), Party(2, seats: 2)));

    [Fact]
    public void Organisers_give_seats_by_hand() =>
        Assert.Equal(
            new WaitlistHalt(WaitlistStandstill.ByHand, Free: 2, Needed: 1),
            Waitlist.WhyNobody(_twoFree, [Party(1)], offered: 0, WaitlistPromotion.ByHand, isTooLate: false));

    [Fact]
    public void Event_that_has_begun_lets_nobody_in() =>
        Assert.Equal(new WaitlistHalt(WaitlistStandstill.TooLate), Waitlist.WhyNobody(_twoFree, [Party(1)], offered: 0, WaitlistPromotion.AtOnce, isTooLate: true));

    private static WaitlistHalt? Why(SeatPool pool, params WaitingParty[] line) => Waitlist.WhyNobody(pool, line, offered: 0, WaitlistPromotion.AtOnce, isTooLate: false);

    private static WaitingParty Party(long id, int seats = 1, bool invited = false) => new(id, seats, invited);

    private static IEnumerable<long> Ids(SeatPool pool, params WaitingParty[] line) => Waitlist.Next(pool, line).Select(party => party.Id);
}
