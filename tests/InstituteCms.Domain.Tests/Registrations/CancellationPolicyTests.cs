using InstituteCms.Registrations;
using Xunit;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Registrations;

public class CancellationPolicyTests
{
    [Fact]
    public void Seat_can_be_given_back_until_the_event_is_over()
    {
        Assert.Equal(CancellationDecision.Cancel, CancellationPolicy.Decide(RegistrationStatus.Confirmed, null, End, End.AddTicks(-1)));
        Assert.Equal(CancellationDecision.TooLate, CancellationPolicy.Decide(RegistrationStatus.Confirmed, null, End, End));
        Assert.Equal(CancellationDecision.Cancel, CancellationPolicy.Decide(RegistrationStatus.Confirmed, null, endUtc: null, End));
    }

    [Fact]
    public void Organisers_may_end_it_earlier() =>
        Assert.Equal(CancellationDecision.TooLate, CancellationPolicy.Decide(RegistrationStatus.Waitlisted, Closes, End, Closes));

    [Fact]
    public void Cancelling_twice_does_no_harm_even_late() =>
        Assert.Equal(CancellationDecision.AlreadyCancelled, CancellationPolicy.Decide(RegistrationStatus.Cancelled, null, End, End.AddDays(1)));

    [Fact]
    public void Personal_data_is_kept_for_whole_days_after_the_end()
    {
        Assert.Equal(End, RetentionPolicy.EraseUtc(End, 0));
        Assert.Equal(End.AddDays(90), RetentionPolicy.EraseUtc(End, RetentionPolicy.DefaultDays));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.EraseUtc(End, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.EraseUtc(End, RetentionPolicy.MaxDays + 1));
    }
}
