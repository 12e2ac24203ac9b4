namespace InstituteCms.Registrations;

/// <summary>One lawful change.</summary>
/// <param name="From">Where the registration stands before.</param>
/// <param name="Command">What is done.</param>
/// <param name="To">Where it stands afterwards.</param>
/// <param name="By">Who may do it.</param>
public sealed record RegistrationTransition(
    RegistrationStatus From, RegistrationCommand Command, RegistrationStatus To, IReadOnlyList<RegistrationActor> By)
{
    private const RegistrationActor R = RegistrationActor.Registrant;
    private const RegistrationActor O = RegistrationActor.Organizer;
    private const RegistrationActor S = RegistrationActor.Site;
    private const RegistrationActor E = RegistrationActor.Event;

    /// <summary>Every change there is; what is not in this list is refused.</summary>
    public static IReadOnlyList<RegistrationTransition> All { get; } =
    [
        new(RegistrationStatus.AwaitingConfirmation, RegistrationCommand.ConfirmAddress, RegistrationStatus.Confirmed, [R, O]),
        new(RegistrationStatus.AwaitingConfirmation, RegistrationCommand.ConfirmAddress, RegistrationStatus.Waitlisted, [R, O]),
        new(RegistrationStatus.AwaitingConfirmation, RegistrationCommand.ConfirmAddress, RegistrationStatus.Pending, [R, O]),
        new(RegistrationStatus.AwaitingConfirmation, RegistrationCommand.Lapse, RegistrationStatus.Cancelled, [S]),
        new(RegistrationStatus.AwaitingConfirmation, RegistrationCommand.Cancel, RegistrationStatus.Cancelled, [R, O, E]),

        new(RegistrationStatus.Pending, RegistrationCommand.Approve, RegistrationStatus.Confirmed, [O]),
        new(RegistrationStatus.Pending, RegistrationCommand.Approve, RegistrationStatus.Waitlisted, [O]),
        new(RegistrationStatus.Pending, RegistrationCommand.Reject, RegistrationStatus.Rejected, [O]),
        new(RegistrationStatus.Pending, RegistrationCommand.Cancel, RegistrationStatus.Cancelled, [R, O, E]),

        new(RegistrationStatus.Waitlisted, RegistrationCommand.Promote, RegistrationStatus.Confirmed, [O, S]),
        new(RegistrationStatus.Waitlisted, RegistrationCommand.Offer, RegistrationStatus.Offered, [O, S]),
        new(RegistrationStatus.Waitlisted, RegistrationCommand.Reject, RegistrationStatus.Rejected, [O]),
        new(RegistrationStatus.Waitlisted, RegistrationCommand.Cancel, RegistrationStatus.Cancelled, [R, O, E]),

        new(RegistrationStatus.Offered, RegistrationCommand.Accept, RegistrationStatus.Confirmed, [R, O]),
        new(RegistrationStatus.Offered, RegistrationCommand.Lapse, RegistrationStatus.Cancelled, [S]),
        new(RegistrationStatus.Offered, RegistrationCommand.Cancel, RegistrationStatus.Cancelled, [R, O, E]),

        new(RegistrationStatus.Confirmed, RegistrationCommand.MoveToWaitlist, RegistrationStatus.Waitlisted, [O]),
        new(RegistrationStatus.Confirmed, RegistrationCommand.Cancel, RegistrationStatus.Cancelled, [R, O, E]),

        new(RegistrationStatus.Cancelled, RegistrationCommand.Reinstate, RegistrationStatus.Confirmed, [O]),
        new(RegistrationStatus.Cancelled, RegistrationCommand.Reinstate, RegistrationStatus.Waitlisted, [O]),
        new(RegistrationStatus.Rejected, RegistrationCommand.Reinstate, RegistrationStatus.Confirmed, [O]),
        new(RegistrationStatus.Rejected, RegistrationCommand.Reinstate, RegistrationStatus.Waitlisted, [O]),
    ];

    /// <summary>Where <paramref name="command"/> may lead from <paramref name="from"/> when <paramref name="by"/> gives it; empty when it is refused.</summary>
    public static IEnumerable<RegistrationStatus> Targets(RegistrationStatus from, RegistrationCommand command, RegistrationActor by) =>
        All.Where(t => t.From == from && t.Command == command && t.By.Contains(by)).Select(t => t.To);

    /// <summary>What <paramref name="by"/> may do to a registration that stands at <paramref name="from"/>.</summary>
    public static IEnumerable<RegistrationCommand> Commands(RegistrationStatus from, RegistrationActor by) =>
        All.Where(t => t.From == from && t.By.Contains(by)).Select(t => t.Command).Distinct();
}
