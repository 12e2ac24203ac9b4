namespace InstituteCms.Abuse;

/// <summary>So many in so long, all of them at once if need be. What went before is remembered as one instant.</summary>
/// <param name="Count">How many; 0 for no limit.</param>
/// <param name="Per">In how long.</param>
public sealed record RateLimit(int Count, TimeSpan Per)
{
    /// <summary>Decides on one more.</summary>
    /// <param name="settledUtc">What <see cref="RateDecision.SettledUtc"/> said of the one before; any earlier instant for the first.</param>
    /// <param name="nowUtc">Instant of the attempt.</param>
    public RateDecision Decide(DateTime settledUtc, DateTime nowUtc)
    {
        if (Count <= 0)
        {
            return new(settledUtc, TimeSpan.Zero);
        }

        var settled = (settledUtc > nowUtc ? settledUtc : nowUtc) + (Per / Count);
        var wait = settled - nowUtc - Per;
        return wait > TimeSpan.Zero ? new(settledUtc, wait) : new(settled, TimeSpan.Zero);
    }

    /// <summary>What is left after a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="nowUtc">Instant of the attempt.</param>
    public RateUse UseOf(RateDecision decision, DateTime nowUtc)
    {
        var used = decision.SettledUtc > nowUtc ? decision.SettledUtc - nowUtc : TimeSpan.Zero;
        return new(decision.Wait, Count <= 0 ? int.MaxValue : (int)Math.Max(0, Math.Floor((Per - used) / (Per / Count))), used);
    }
}

/// <summary>What became of an attempt.</summary>
/// <param name="SettledUtc">Instant from which nothing of what was let in counts any more.</param>
/// <param name="Wait">How long to wait before the next attempt; zero for one that was let in.</param>
public sealed record RateDecision(DateTime SettledUtc, TimeSpan Wait)
{
    /// <summary>Whether it was let in.</summary>
    public bool IsLetIn => Wait == TimeSpan.Zero;
}

/// <summary>What is left of a limit.</summary>
/// <param name="Wait">How long to wait before the next attempt; zero for one that was let in.</param>
/// <param name="Remaining">How many more would be let in at once.</param>
/// <param name="Reset">After how long nothing of what was let in counts any more.</param>
public sealed record RateUse(TimeSpan Wait, int Remaining, TimeSpan Reset)
{
    /// <summary>Whether it was let in.</summary>
    public bool IsLetIn => Wait == TimeSpan.Zero;
}
