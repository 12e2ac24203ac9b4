using InstituteCms.Events;
using InstituteCms.Imports;
using InstituteCms.Registrations;
using Xunit;

namespace InstituteCms.Domain.Tests.Imports;

public class ImportForecastTests
{
    private static readonly DateTime _now = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly AvailabilityFacts _threeSeats =
        new(EventStatus.Scheduled, _now.AddDays(9), _now.AddDays(10), RegistrationEnabled: true, Capacity: 3, SeatsTaken: 1);

    private static readonly RegistrationOutcome _confirmed = new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed);
    private static readonly RegistrationOutcome _waits = new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted);
    private static readonly RegistrationOutcome _full = new RegistrationOutcome.Refused(RefusalReason.Full);

    [Fact]
    public void Each_finds_what_those_before_have_left() => Assert.Equal(
        [_confirmed, _confirmed, _waits, new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered)],
        Decide(_threeSeats, WaitlistPromotion.AtOnce, mayWait: true, Wish("a"), Wish("b"), Wish("c"), (new("d"), true)));

    [Fact]
    public void Without_a_waiting_list_nobody_is_seated_beyond_the_seats() => Assert.Equal(
        [_confirmed, _full, _confirmed, _full],
        Decide(_threeSeats, WaitlistPromotion.AtOnce, mayWait: false, Wish("a"), Wish("b", 2), Wish("c"), Wish("d")));

    [Theory]
    [InlineData(WaitlistPromotion.AtOnce, RegistrationStatus.Confirmed)]
    [InlineData(WaitlistPromotion.ByOffer, RegistrationStatus.Offered)]
    [InlineData(WaitlistPromotion.ByHand, RegistrationStatus.Waitlisted)]
    public void Seat_that_is_too_few_for_who_waits_goes_to_the_next_as_the_event_says(WaitlistPromotion promotion, RegistrationStatus status) => Assert.Equal(
        [_confirmed, _waits, new RegistrationOutcome.Accepted(status)],
        Decide(_threeSeats, promotion, mayWait: true, Wish("a"), Wish("b", 2), Wish("c")));

    [Fact]
    public void Seats_at_the_venue_and_online_are_counted_apart() => Assert.Equal(
        [_confirmed, _confirmed, _full, _confirmed, _full],
        Decide(
            _threeSeats with { Online = new(1), Modes = [AttendanceMode.InPerson, AttendanceMode.Online] },
            WaitlistPromotion.AtOnce,
            mayWait: false,
            Wish("a"), Wish("b"), Wish("c"), Online("d"), Online("e")));

    private static IEnumerable<RegistrationOutcome> Decide(
        AvailabilityFacts facts, WaitlistPromotion promotion, bool mayWait, params (RegistrationWish Wish, bool AlreadyRegistered)[] wishes) =>
        ImportForecast.Decide(facts, promotion, mayWait, wishes, _now);

    private static (RegistrationWish Wish, bool AlreadyRegistered) Wish(string name, int seats = 1) => (new(name + "@example.org", seats), false);

    private static (RegistrationWish Wish, bool AlreadyRegistered) Online(string name) => (new(name + "@example.org", Mode: AttendanceMode.Online), false);
}
