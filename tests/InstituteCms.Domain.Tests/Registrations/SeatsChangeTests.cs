using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class SeatsChangeTests
{
    private static readonly WaitingParty[] _line = [new(1, Seats: 2, Invited: false), new(2, 1, false), new(3, 1, false)];

    [Fact]
    public void Seats_as_they_are_change_nothing() =>
        Assert.Equal(SeatsChange.None, SeatsChange.Foresee(new(Capacity: 10, Taken: 10, Waiting: 4), _line, WaitlistPromotion.AtOnce));

    [Fact]
    public void More_seats_go_to_those_who_wait_in_their_order()
    {
        Assert.Equal(new SeatsChange(MoveUp: 2, People: 3, Over: 0), SeatsChange.Foresee(new(Capacity: 13, Taken: 10, Waiting: 4), _line, WaitlistPromotion.AtOnce));
        Assert.Equal(new SeatsChange(MoveUp: 1, People: 1, Over: 0), SeatsChange.Foresee(new(Capacity: 11, Taken: 10, Waiting: 4), _line, WaitlistPromotion.ByOffer));
        Assert.Equal(new SeatsChange(MoveUp: 3, People: 4, Over: 0), SeatsChange.Foresee(new(Capacity: null, Taken: 10, Waiting: 4), _line, WaitlistPromotion.AtOnce));
        Assert.Equal(SeatsChange.None, SeatsChange.Foresee(new(Capacity: 13, Taken: 10, Waiting: 4), _line, WaitlistPromotion.ByHand));
    }

    [Fact]
    public void Fewer_seats_than_are_held_remove_nobody() =>
        Assert.Equal(new SeatsChange(MoveUp: 0, People: 0, Over: 2), SeatsChange.Foresee(new(Capacity: 8, Taken: 10, Waiting: 4), _line, WaitlistPromotion.AtOnce));
}
