using InstituteCms.Registrations;
using static InstituteCms.Registrations.HistoryFault;
using static InstituteCms.Registrations.RegistrationStatus;

namespace InstituteCms.Domain.Tests.Registrations;

public sealed class HistoryProofTests
{
    private static readonly RegistrationChange _entered = new() { By = RegistrationActor.Registrant, To = Confirmed };
    private static readonly RegistrationChange _cancelled =
        new() { By = RegistrationActor.Registrant, From = Confirmed, Command = RegistrationCommand.Cancel, To = Cancelled };

    [Fact]
    public void Whole_history_has_no_fault()
    {
        Assert.Empty(HistoryProof.Faults(Confirmed, [_entered]));
        Assert.Empty(HistoryProof.Faults(Cancelled, [_entered, _cancelled]));
        Assert.Empty(HistoryProof.Faults(Confirmed, [_entered, new() { By = RegistrationActor.Organizer, From = Confirmed, To = Confirmed, Mode = AttendanceMode.Online }]));
    }

    [Fact]
    public void Each_fault_has_its_name()
    {
        Assert.Equal([Missing], HistoryProof.Faults(Confirmed, []));
        Assert.Equal([EndsElsewhere], HistoryProof.Faults(Offered, [_entered]));
        Assert.Equal([Gap], HistoryProof.Faults(Cancelled, [new() { To = Waitlisted }, _cancelled]));
        Assert.Equal([Unlawful], HistoryProof.Faults(Rejected, [_entered, new() { By = RegistrationActor.Registrant, From = Confirmed, Command = RegistrationCommand.Reject, To = Rejected }]));
        Assert.Equal([Unlawful], HistoryProof.Faults(Cancelled, [_entered, new() { By = RegistrationActor.Site, From = Confirmed, To = Cancelled }]));
    }
}
