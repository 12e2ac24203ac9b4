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
    private readonly IDistributedLock _locks;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public BackgroundTaskRunner(
        IEnumerable<IBackgroundTask> tasks, IDistributedLock locks, TimeProvider time, ILogger<BackgroundTaskRunner> logger)
    {
        (_locks, _time, _logger) = (locks, time, logger);
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

    public IReadOnlyList<BackgroundTaskState> States =>
        [.. _plans.Select(plan => new BackgroundTaskState(plan.Settings.Title ?? plan.Task.GetType().Name, plan.Settings.Description, plan.LastUtc, plan.Succeeded, plan.DueUtc))];

    /// <summary>Runs what is due. A task that fails is logged and comes again at its next time.</summary>
    public async Task RunDueAsync(Func<ShellScope> newScope, CancellationToken cancellationToken)
    {
        foreach (var plan in _plans.Where(p => p.DueUtc <= NowUtc))
        {
            cancellationToken.ThrowIfCancellationRequested();
            plan.DueUtc = plan.Schedule.GetNextOccurrence(NowUtc);
            (plan.LastUtc, plan.Succeeded) = (NowUtc, false);
            try
            {
                await RunAsync(plan, newScope, cancellationToken);
                plan.Succeeded = true;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(plan.Name, e);
            }
        }
    }

    private async Task RunAsync(Plan plan, Func<ShellScope> newScope, CancellationToken cancellationToken)
    {
        var (timeout, expiration) = (plan.Settings.LockTimeout, plan.Settings.LockExpiration);
        var (locker, locked) = timeout > 0 && expiration > 0
            ? await _locks.TryAcquireLockAsync($"BackgroundTask:{plan.Name}", TimeSpan.FromMilliseconds(timeout), TimeSpan.FromMilliseconds(expiration))
            : (null, true);
        if (!locked)
        {
            LogLocked(plan.Name);
            return;
        }

        await using (locker)
        {
            await newScope().UsingAsync(scope => plan.Task.DoWorkAsync(scope.ServiceProvider, cancellationToken));
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

        public DateTime? LastUtc { get; set; }

        public bool Succeeded { get; set; }
    }
}

/// <summary>How a background task stands.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="LastUtc">When it last ran since the site was started; null for not yet.</param>
/// <param name="Succeeded">Whether it came to its end then.</param>
/// <param name="NextUtc">When it is due.</param>
public sealed record BackgroundTaskState(string Title, string Description, DateTime? LastUtc, bool Succeeded, DateTime NextUtc);

/// <summary>Tells how the background tasks of the site stand.</summary>
public interface IBackgroundTaskStates
{
    /// <summary>Every task.</summary>
    IReadOnlyList<BackgroundTaskState> States { get; }
}
