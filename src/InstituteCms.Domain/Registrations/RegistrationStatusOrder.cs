namespace InstituteCms.Registrations;

/// <summary>The order in which statuses are shown: what waits for an organiser first, then who comes, who may come, and who does not.</summary>
public static class RegistrationStatusOrder
{
    /// <summary>All of them, in this order.</summary>
    public static IReadOnlyList<RegistrationStatus> All { get; } =
    [
        RegistrationStatus.Pending,
        RegistrationStatus.Confirmed,
        RegistrationStatus.Offered,
        RegistrationStatus.Waitlisted,
        RegistrationStatus.AwaitingConfirmation,
        RegistrationStatus.Cancelled,
        RegistrationStatus.Rejected,
    ];

    /// <summary>The place of a status in this order, 0 for the first.</summary>
    public static int RankOf(RegistrationStatus status) => All.Index().First(place => place.Item == status).Index;
}
