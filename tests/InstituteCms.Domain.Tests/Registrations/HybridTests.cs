using InstituteCms.Events;
using InstituteCms.Registrations;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>Seats at the venue and online are counted apart.</summary>
public sealed class HybridTests
{
    private static readonly RegistrationRules _rules = new();
    private static readonly AvailabilityFacts _hybrid = Facts with
    {
        SeatsTaken = 40,
        WaitlistPlaces = 5,
        Online = new(Capacity: 100, Taken: 90),
        Modes = AttendanceModes.Of(EventFormat.Hybrid, EventStatus.Scheduled),
    };

    [Fact]
    public void One_way_that_is_full_does_not_close_the_other()
    {
        Assert.Equal(new EventAvailability.Open(10), EventAvailability.At(_hybrid, WhileOpen));
        Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed), Decide(AttendanceMode.Online, seats: 1));
        Assert.Equal(new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted), Decide(AttendanceMode.InPerson, seats: 1));
    }

    [Fact]
    public void Seats_of_one_way_are_not_the_others() => Assert.Equal(
        new RegistrationOutcome.Refused(RefusalReason.Full), Decide(AttendanceMode.Online, seats: 11));

    [Fact]
    public void Both_ways_together_are_what_the_event_says()
    {
        Assert.Equal(new EventAvailability.Open(null), EventAvailability.At(_hybrid with { SeatsTaken = 10, Online = new(null) }, WhileOpen));
        Assert.Equal(new EventAvailability.Open(40), EventAvailability.At(_hybrid with { SeatsTaken = 10 }, WhileOpen));
        Assert.Equal(new EventAvailability.Waitlist(5), EventAvailability.At(_hybrid with { Online = new(100, Taken: 100) }, WhileOpen));
        Assert.Equal(new EventAvailability.Full(), EventAvailability.At(_hybrid with { WaitlistPlaces = 0, Online = new(100, Taken: 100) }, WhileOpen));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(_hybrid, Closes));
    }

    [Fact]
    public void Event_moved_online_has_the_seats_online_alone()
    {
        var moved = _hybrid with { Status = EventStatus.MovedOnline, Modes = AttendanceModes.Of(EventFormat.Hybrid, EventStatus.MovedOnline) };

        Assert.Equal(new EventAvailability.Open(10), EventAvailability.At(moved, WhileOpen));
        Assert.Equal(new RegistrationOutcome.Refused(RefusalReason.ModeNotOffered), Decide(AttendanceMode.InPerson, seats: 1, moved));
    }

    [Fact]
    public void Nobody_is_online_where_that_is_not_offered() => Assert.Equal(
        new RegistrationOutcome.Refused(RefusalReason.ModeNotOffered), Decide(AttendanceMode.Online, seats: 1, Facts));

    private static RegistrationOutcome Decide(AttendanceMode mode, int seats, AvailabilityFacts? facts = null) => RegistrationPolicy.Decide(
        facts ?? _hybrid, _rules with { MaxParty = 20 }, new("aiko@example.org", seats, Mode: mode), alreadyRegistered: false, WhileOpen);
}
