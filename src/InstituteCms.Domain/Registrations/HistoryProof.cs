namespace InstituteCms.Registrations;

/// <summary>What is wrong with the history of a registration.</summary>
public enum HistoryFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>A change begins where the one before did not end.</summary>
    Gap,

    /// <summary>It does not end where the registration stands.</summary>
    EndsElsewhere,

    /// <summary>A change that the table of lawful changes does not know.</summary>
    Unlawful,
}

/// <summary>Holds a registration against its history.</summary>
public static class HistoryProof
{
    /// <summary>Everything that is wrong; nothing when the history is whole.</summary>
    /// <param name="status">Where the registration stands.</param>
    /// <param name="history">Every change, the oldest first.</param>
    public static IEnumerable<HistoryFault> Faults(RegistrationStatus status, IReadOnlyList<RegistrationChange> history)
    {
        if (history.Count == 0)
        {
            yield return HistoryFault.Missing;
            yield break;
        }

        if (history.Zip(history.Skip(1)).Any(pair => pair.First.To != pair.Second.From))
        {
            yield return HistoryFault.Gap;
        }

        if (history[^1].To != status)
        {
            yield return HistoryFault.EndsElsewhere;
        }

        if (history.Skip(1).Any(change => !IsLawful(change)))
        {
            yield return HistoryFault.Unlawful;
        }
    }

    /// <summary>A change of what was answered, or of how the person takes part, leaves the registration where it stands.</summary>
    private static bool IsLawful(RegistrationChange change) => change switch
    {
        { Command: null } => change.From == change.To,
        { Command: { } command, From: { } from } => RegistrationTransition.Targets(from, command, change.By).Contains(change.To),
        _ => false,
    };
}
