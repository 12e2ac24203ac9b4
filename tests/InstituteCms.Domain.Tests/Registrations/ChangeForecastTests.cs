using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>What organisers are told before they change many registrations at once.</summary>
public sealed class ChangeForecastTests
{
    private static readonly SeatPool _twoSeats = new(Capacity: 2);

    [Fact]
    public void Approval_gives_seats_as_long_as_there_are_some_and_then_places_in_line()
    {
        var forecast = Of(_twoSeats, [], [Pending(1), Pending(2), Pending(3)], RegistrationCommand.Approve);

        Assert.Equal([Confirmed, Confirmed, Waitlisted], forecast.Changes.Select(change => change.To));
    }

    [Fact]
    public void Who_waits_is_not_overtaken_by_somebody_approved()
    {
        var forecast = Of(new SeatPool(3, Taken: 1, Waiting: 3), [Waiting(1, seats: 3)], [Pending(2)], RegistrationCommand.Approve, WaitlistPromotion.ByHand);

        Assert.Equal([new ForecastChange(2, RegistrationStatus.Pending, Waitlisted)], forecast.Changes);
    }

    [Fact]
    public void Who_fits_where_a_larger_party_waits_is_passed_on_at_once() =>
        Assert.Equal([Confirmed], Of(new SeatPool(3, Taken: 1, Waiting: 3), [Waiting(1, seats: 3)], [Pending(2)], RegistrationCommand.Approve).Changes.Select(change => change.To));

    [Fact]
    public void Promotion_says_who_gets_no_seat()
    {
        var line = new[] { Waiting(1), Waiting(2), Waiting(3) };

        var forecast = Of(new SeatPool(2, Waiting: 3), line, line, RegistrationCommand.Promote, WaitlistPromotion.ByHand);

        Assert.Equal([ChangeHindrance.None, ChangeHindrance.None, ChangeHindrance.NoSeat], forecast.Changes.Select(change => change.Hindrance));
        Assert.Equal([Confirmed, Confirmed, Waitlisted], forecast.Changes.Select(change => change.To));
    }

    [Fact]
    public void Seats_that_are_given_up_go_to_the_next_in_line()
    {
        var forecast = Of(new SeatPool(2, Taken: 2, Waiting: 3), [Waiting(3), Waiting(4), Waiting(5)], [Seated(1), Seated(2)], RegistrationCommand.Cancel);

        Assert.Equal([3, 4], forecast.MovedUp);
    }

    [Fact]
    public void Nobody_gets_a_seat_to_lose_it_a_moment_later()
    {
        var line = new[] { Waiting(2), Waiting(3) };

        var forecast = Of(new SeatPool(1, Taken: 1, Waiting: 2), line, [Seated(1), line[0]], RegistrationCommand.Cancel);

        Assert.Equal([2, 1], forecast.Changes.Select(change => change.Id));
        Assert.Equal([3], forecast.MovedUp);
    }

    [Fact]
    public void Nobody_moves_up_by_hand_or_once_it_is_too_late()
    {
        Assert.Empty(Of(new SeatPool(1, Taken: 1, Waiting: 1), [Waiting(2)], [Seated(1)], RegistrationCommand.Cancel, WaitlistPromotion.ByHand).MovedUp);
        Assert.Empty(ChangeForecast.Of(
            new SeatPool(1, Taken: 1, Waiting: 1), [Waiting(2)], [Seated(1)], RegistrationCommand.Cancel, WaitlistPromotion.AtOnce, isTooLate: true).MovedUp);
    }

    [Fact]
    public void Who_is_moved_to_a_line_in_which_nobody_else_waits_gets_a_seat_again()
    {
        var forecast = Of(new SeatPool(2, Taken: 2), [], [Seated(1), Seated(2)], RegistrationCommand.MoveToWaitlist);

        Assert.Equal([Confirmed, Waitlisted], forecast.Changes.Select(change => change.To));
    }

    [Fact]
    public void What_cannot_be_done_is_said()
    {
        var forecast = Of(_twoSeats, [], [new(1, RegistrationStatus.Cancelled), Pending(2)], RegistrationCommand.Reject);

        Assert.Equal([ChangeHindrance.NotFromHere, ChangeHindrance.None], forecast.Changes.Select(change => change.Hindrance));
    }

    private const RegistrationStatus Confirmed = RegistrationStatus.Confirmed;
    private const RegistrationStatus Waitlisted = RegistrationStatus.Waitlisted;

    private static RegistrationState Pending(long id) => new(id, RegistrationStatus.Pending);

    private static RegistrationState Waiting(long id, int seats = 1) => new(id, Waitlisted, seats);

    private static RegistrationState Seated(long id) => new(id, Confirmed, HoldsSeats: true);

    private static Forecast Of(
        SeatPool pool, RegistrationState[] line, RegistrationState[] chosen, RegistrationCommand command, WaitlistPromotion promotion = WaitlistPromotion.AtOnce) =>
        ChangeForecast.Of(pool, line, chosen, command, promotion, isTooLate: false);
}
