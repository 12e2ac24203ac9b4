using YesSql;

namespace InstituteCms.Kernel.Background;

/// <summary>How the last runs of a background task went: it outlives the process, so that health is told the truth after a restart.</summary>
internal sealed class BackgroundRun
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>The task's type.</summary>
    public string Task { get; set; } = string.Empty;

    /// <summary>When it last ran.</summary>
    public DateTime LastUtc { get; set; }

    /// <summary>Whether it came to its end then.</summary>
    public bool Succeeded { get; set; }

    /// <summary>When it last failed; null for never.</summary>
    public DateTime? FailedUtc { get; set; }

    /// <summary>The kind of that failure. Its message may name people, and is for the log alone.</summary>
    public string? Failure { get; set; }
}

/// <summary>Remembers the runs of the tenant's tasks: one small document for each.</summary>
internal interface IBackgroundRuns
{
    /// <summary>The last run of every task that ever ran.</summary>
    Task<IReadOnlyList<BackgroundRun>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Remembers these runs.</summary>
    Task WriteAsync(IReadOnlyCollection<BackgroundRun> runs, CancellationToken cancellationToken);
}

internal sealed class BackgroundRuns : IBackgroundRuns
{
    private readonly IStore _store;

    public BackgroundRuns(IStore store) => _store = store;

    public async Task<IReadOnlyList<BackgroundRun>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var session = _store.CreateSession(withTracking: false);
        return [.. await session.Query<BackgroundRun>().ListAsync(cancellationToken)];
    }

    public async Task WriteAsync(IReadOnlyCollection<BackgroundRun> runs, CancellationToken cancellationToken)
    {
        await using var session = _store.CreateSession();
        var known = (await session.Query<BackgroundRun>().ListAsync(cancellationToken)).ToDictionary(run => run.Task);
        foreach (var run in runs)
        {
            var kept = known.GetValueOrDefault(run.Task) ?? new BackgroundRun { Task = run.Task };
            (kept.LastUtc, kept.Succeeded) = (run.LastUtc, run.Succeeded);
            if (!run.Succeeded)
            {
                (kept.FailedUtc, kept.Failure) = (run.FailedUtc, run.Failure);
            }

            await session.SaveAsync(kept);
        }

        await session.SaveChangesAsync(cancellationToken);
    }
}
