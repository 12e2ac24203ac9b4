using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>Whom organisers can register by hand.</summary>
public sealed class ByHandPolicyTests
{
    private static readonly DateTime _now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly AvailabilityFacts _closed = new(
        EventStatus.Scheduled, _now.AddDays(2), _now.AddDays(3), RegistrationEnabled: true, ClosesUtc: _now.AddDays(-1), Capacity: 2, SeatsTaken: 1);

    [Fact]
    public void Registration_need_not_be_open() => Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed), Decide(_closed));

    [Fact]
    public void No_seat_is_given_too_many() => Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.Full), Decide(_closed, seats: 2));

    [Fact]
    public void Without_a_seat_one_waits_if_that_is_wanted() =>
        Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted), Decide(_closed, seats: 2, mayWait: true));

    [Fact]
    public void Those_who_wait_are_not_overtaken() => Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.Full), Decide(_closed with { SeatsWaitedFor = 1 }));

    [Fact]
    public void What_is_held_back_is_for_invited_guests()
    {
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.Full), Decide(_closed with { HeldBack = 1 }));
        Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed), Decide(_closed with { HeldBack = 1 }, invited: true));
    }

    [Fact]
    public void Nobody_is_registered_twice_or_for_what_does_not_take_place()
    {
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered), Decide(_closed, alreadyRegistered: true));
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.EventCancelled), Decide(_closed with { Status = EventStatus.Cancelled }));
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.EventEnded), Decide(_closed with { StartUtc = _now.AddDays(-3), EndUtc = _now }));
    }

    private static RegistrationOutcome Decide(AvailabilityFacts facts, int seats = 1, bool invited = false, bool mayWait = false, bool alreadyRegistered = false) =>
        ByHandPolicy.Decide(facts, seats, invited, mayWait, alreadyRegistered, _now);
}
