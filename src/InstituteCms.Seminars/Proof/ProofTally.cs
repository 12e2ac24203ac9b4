using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.Proof;

/// <summary>What an event's registrations add up to, and whose histories are not sound.</summary>
public sealed class ProofTally
{
    private readonly Dictionary<AttendanceMode, (int Held, int WaitedFor)> _seats = [];

    public List<long> BrokenHistories { get; } = [];

    public List<long> UnlawfulChanges { get; } = [];

    /// <summary>Those whom an organiser has registered by hand without a mail.</summary>
    public HashSet<long> NotTold { get; } = [];

    /// <summary>Takes one registration into account.</summary>
    public void Add(Registration registration)
    {
        var (held, waitedFor) = _seats.GetValueOrDefault(registration.Mode);
        _seats[registration.Mode] = (
            held + registration.SeatsHeld,
            waitedFor + (registration.Status == RegistrationStatus.Waitlisted ? registration.Seats : 0));
        if (registration.LinkSentUtc == default)
        {
            NotTold.Add(registration.Id);
        }

        var faults = HistoryProof.Faults(registration.Status, registration.History).ToList();
        if (faults.Remove(HistoryFault.Unlawful))
        {
            UnlawfulChanges.Add(registration.Id);
        }

        if (faults.Count > 0)
        {
            BrokenHistories.Add(registration.Id);
        }
    }

    /// <summary>How many seats the ledger counts too many or too few, held or waited for.</summary>
    public int DifferenceTo(AvailabilityFacts facts) => Enum.GetValues<AttendanceMode>().Sum(mode =>
    {
        var (pool, (held, waitedFor)) = (facts.For(mode).Seats, _seats.GetValueOrDefault(mode));
        return Math.Abs(pool.Taken - held) + Math.Abs(pool.Waiting - waitedFor);
    });
}
