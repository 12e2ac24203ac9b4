using InstituteCms.Events;
using Xunit;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Events;

public class EventAvailabilityTests
{
    private static readonly TimeSpan _tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Open_says_how_many_seats_are_left() =>
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, WhileOpen));

    [Fact]
    public void Open_without_limit_says_so() =>
        Assert.Equal(new EventAvailability.Open(null), EventAvailability.At(Facts with { Capacity = null }, WhileOpen));

    [Theory]
    [InlineData(40)]
    [InlineData(41)] // The capacity was lowered by hand in the database.
    public void Full_when_no_seat_is_left(int seatsTaken) =>
        Assert.Equal(new EventAvailability.Full(), EventAvailability.At(Facts with { SeatsTaken = seatsTaken }, WhileOpen));

    [Fact]
    public void Times_include_their_start_and_exclude_their_end()
    {
        Assert.Equal(new EventAvailability.NotYetOpen(Opens), EventAvailability.At(Facts, Opens - _tick));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, Opens));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, Closes - _tick));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(Facts, Closes));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(Facts, End - _tick));
        Assert.Equal(new EventAvailability.Ended(), EventAvailability.At(Facts, End));
    }

    [Fact]
    public void Registration_without_times_is_open_until_the_start()
    {
        var facts = Facts with { OpensUtc = null, ClosesUtc = null };

        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(facts, DateTime.MinValue));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(facts, Start - _tick));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(facts, Start));
    }

    [Fact]
    public void Event_without_registration_only_ends()
    {
        var facts = Facts with { RegistrationEnabled = false };

        Assert.Equal(new EventAvailability.NotOffered(), EventAvailability.At(facts, WhileOpen));
        Assert.Equal(new EventAvailability.Ended(), EventAvailability.At(facts, End));
    }

    [Fact]
    public void What_the_organisers_said_goes_before_the_clock()
    {
        Assert.Equal(new EventAvailability.Cancelled(), EventAvailability.At(Facts with { Status = EventStatus.Cancelled }, End));
        Assert.Equal(new EventAvailability.Postponed(), EventAvailability.At(Facts with { Status = EventStatus.Postponed }, End));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts with { Status = EventStatus.MovedOnline }, WhileOpen));
    }
}
