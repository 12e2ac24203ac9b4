using System.Reflection;
using Microsoft.Extensions.Logging;
using NCrontab;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Locking.Distributed;

namespace InstituteCms.Kernel.Background;

/// <summary>Knows when the background tasks of a tenant are due, and runs them one after the other, each in a scope of its own.</summary>
internal sealed partial class BackgroundTaskRunner : IBackgroundTaskStates
{
    private readonly List<Plan> _plans = [];
    private readonly IBackgroundRuns _runs;
    private readonly IDistributedLock _locks;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public BackgroundTaskRunner(
        IEnumerable<IBackgroundTask> tasks, IDistributedLock locks, IBackgroundRuns runs, TimeProvider time, ILogger<BackgroundTaskRunner> logger)
    {
        (_locks, _runs, _time, _logger) = (locks, runs, time, logger);
        foreach (var task in tasks)
        {
            var settings = task.GetType().GetCustomAttribute<BackgroundTaskAttribute>() ?? new BackgroundTaskAttribute();
            if (CrontabSchedule.TryParse(settings.Schedule) is not { } schedule)
            {
                LogBadSchedule(task.GetType().Name, settings.Schedule);
            }
            else if (settings.Enable)
            {
                _plans.Add(new Plan(task, settings, schedule) { DueUtc = schedule.GetNextOccurrence(NowUtc) });
            }
        }
    }

    private DateTime NowUtc => _time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<BackgroundTaskState>> ReadAsync(CancellationToken cancellationToken)
    {
        var runs = (await _runs.ReadAsync(cancellationToken)).ToDictionary(run => run.Task);
        return [.. _plans.Select(plan => StateOf(plan, runs.GetValueOrDefault(plan.Name)))];
    }

    /// <summary>Runs what is due. A task that fails is logged and comes again at its next time.</summary>
    public async Task RunDueAsync(Func<ShellScope> newScope, CancellationToken cancellationToken)
    {
        var runs = new List<BackgroundRun>();
        foreach (var plan in _plans.Where(p => p.DueUtc <= NowUtc))
        {
            cancellationToken.ThrowIfCancellationRequested();
            plan.DueUtc = plan.Schedule.GetNextOccurrence(NowUtc);
            var startedUtc = NowUtc;
            try
            {
                if (await RunAsync(plan, newScope, cancellationToken))
                {
                    runs.Add(new() { Task = plan.Name, LastUtc = startedUtc, Succeeded = true });
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(plan.Name, e);
                runs.Add(new() { Task = plan.Name, LastUtc = startedUtc, FailedUtc = startedUtc, Failure = e.GetType().Name });
            }
        }

        if (runs.Count > 0)
        {
            await _runs.WriteAsync(runs, cancellationToken);
        }
    }

    private static BackgroundTaskState StateOf(Plan plan, BackgroundRun? run) => new(
        plan.Settings.Title ?? plan.Task.GetType().Name, plan.Settings.Description,
        run?.LastUtc, run?.Succeeded == true, run?.FailedUtc, run?.Failure, plan.DueUtc);

    /// <summary>Whether it ran here: false where another node is at it.</summary>
    private async Task<bool> RunAsync(Plan plan, Func<ShellScope> newScope, CancellationToken cancellationToken)
    {
        var (timeout, expiration) = (plan.Settings.LockTimeout, plan.Settings.LockExpiration);
        var (locker, locked) = timeout > 0 && expiration > 0
            ? await _locks.TryAcquireLockAsync($"BackgroundTask:{plan.Name}", TimeSpan.FromMilliseconds(timeout), TimeSpan.FromMilliseconds(expiration))
            : (null, true);
        if (!locked)
        {
            LogLocked(plan.Name);
            return false;
        }

        await using (locker)
        {
            await newScope().UsingAsync(scope => plan.Task.DoWorkAsync(scope.ServiceProvider, cancellationToken));
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background task {Task} has a schedule that cannot be read: {Schedule}.")]
    private partial void LogBadSchedule(string task, string schedule);

    [LoggerMessage(Level = LogLevel.Information, Message = "Background task {Task} runs elsewhere.")]
    private partial void LogLocked(string task);

    [LoggerMessage(Level = LogLevel.Error, Message = "Background task {Task} failed.")]
    private partial void LogFailed(string task, Exception exception);

    private sealed record Plan(IBackgroundTask Task, BackgroundTaskAttribute Settings, CrontabSchedule Schedule)
    {
        public string Name { get; } = Task.GetType().FullName!;

        public DateTime DueUtc { get; set; }
    }
}

/// <summary>How a background task stands.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="LastUtc">When it last ran, before or after a restart; null for never.</param>
/// <param name="Succeeded">Whether it came to its end then.</param>
/// <param name="FailedUtc">When it last failed; null for never.</param>
/// <param name="Failure">The kind of that failure.</param>
/// <param name="NextUtc">When it is due.</param>
public sealed record BackgroundTaskState(string Title, string Description, DateTime? LastUtc, bool Succeeded, DateTime? FailedUtc, string? Failure, DateTime NextUtc);

/// <summary>Tells how the background tasks of the site stand.</summary>
public interface IBackgroundTaskStates
{
    /// <summary>Every task.</summary>
    Task<IReadOnlyList<BackgroundTaskState>> ReadAsync(CancellationToken cancellationToken);
}
