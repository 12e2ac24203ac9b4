using InstituteCms.Kernel.Background;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;
using Xunit;

namespace InstituteCms.Kernel.Tests.Background;

public sealed class BackgroundTaskTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 4, 1, 9, 58, 30, TimeSpan.Zero));
    private readonly List<string> _log = [];
    private readonly Runs _runs = new();

    [Fact]
    public async Task A_task_runs_once_at_each_time_of_its_schedule()
    {
        var runner = Runner(new FiveMinutes(_log));

        await RunAsync(runner);
        Assert.Empty(_log);

        _time.Advance(TimeSpan.FromSeconds(90)); // 10:00
        await RunAsync(runner);
        await RunAsync(runner);
        Assert.Equal(["five"], _log);

        _time.Advance(TimeSpan.FromMinutes(17)); // Three times have passed: the work is done once.
        await RunAsync(runner);
        Assert.Equal(["five", "five"], _log);
    }

    [Fact]
    public async Task A_task_that_fails_stops_neither_the_others_nor_its_next_run()
    {
        var runner = Runner(new Failing(_log), new FiveMinutes(_log), new Disabled(_log));

        _time.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(runner);
        _time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync(runner);

        Assert.Equal(["failing", "five", "failing", "five"], _log);
    }

    [Fact]
    public async Task What_became_of_the_runs_outlives_the_runner()
    {
        var runner = Runner(new Failing(_log), new FiveMinutes(_log), new Locked(_log));
        _time.Advance(TimeSpan.FromMinutes(2));
        var started = _time.GetUtcNow().UtcDateTime;
        await RunAsync(runner);

        var states = await Runner(new Failing(_log), new FiveMinutes(_log), new Locked(_log)).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal([nameof(Failing), nameof(FiveMinutes), nameof(Locked)], states.Select(state => state.Title));
        Assert.Equal([((DateTime?)started, false, (DateTime?)started, nameof(InvalidOperationException)), (started, true, null, null), (started, true, null, null)],
            states.Select(state => (state.LastUtc, state.Succeeded, state.FailedUtc, state.Failure)));
    }

    [Fact]
    public async Task A_task_that_takes_a_lock_gives_way_to_its_holder()
    {
        var locks = new LocalLock(_time);
        var runner = Runner(locks, new Locked(_log));
        _time.Advance(TimeSpan.FromMinutes(2));

        await using (await locks.AcquireLockAsync($"BackgroundTask:{typeof(Locked).FullName}"))
        {
            await RunAsync(runner);
            Assert.Empty(_log);
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(runner);
        Assert.Equal(["locked"], _log);
    }

    [Fact]
    public async Task Each_run_has_a_scope_of_its_own()
    {
        var scopes = new List<ShellScope>();
        var runner = Runner(new FiveMinutes(_log), new Locked(_log));
        _time.Advance(TimeSpan.FromMinutes(2));

        await RunAsync(runner, scopes.Add);

        Assert.Equal(2, scopes.Distinct().Count());
    }

    [Fact]
    public async Task A_lock_is_free_again_after_release_or_expiry()
    {
        var locks = new LocalLock(_time);
        var (first, _) = await locks.TryAcquireLockAsync("k", TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.False((await locks.TryAcquireLockAsync("k", TimeSpan.Zero)).locked);
        Assert.True((await locks.TryAcquireLockAsync("other", TimeSpan.Zero)).locked);

        _time.Advance(TimeSpan.FromSeconds(10));
        var (second, locked) = await locks.TryAcquireLockAsync("k", TimeSpan.Zero);
        Assert.True(locked);

        first.Dispose(); // Too late: the lock is another's.
        Assert.True(await locks.IsLockAcquiredAsync("k"));
        second.Dispose();
        Assert.False(await locks.IsLockAcquiredAsync("k"));
    }

    private static async Task RunAsync(BackgroundTaskRunner runner, Action<ShellScope>? created = null)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await runner.RunDueAsync(
            () =>
            {
                var scope = new ShellScope(services);
                created?.Invoke(scope);
                return scope;
            },
            TestContext.Current.CancellationToken);
    }

    private BackgroundTaskRunner Runner(params IBackgroundTask[] tasks) => Runner(new LocalLock(_time), tasks);

    private BackgroundTaskRunner Runner(LocalLock locks, params IBackgroundTask[] tasks) =>
        new(tasks, locks, _runs, _time, NullLogger<BackgroundTaskRunner>.Instance);

    private sealed class Runs : IBackgroundRuns
    {
        private readonly List<BackgroundRun> _runs = [];

        public Task<IReadOnlyList<BackgroundRun>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BackgroundRun>>(_runs);

        public Task WriteAsync(IReadOnlyCollection<BackgroundRun> runs, CancellationToken cancellationToken)
        {
            _runs.RemoveAll(run => runs.Any(later => later.Task == run.Task));
            _runs.AddRange(runs);
            return Task.CompletedTask;
        }
    }

    [BackgroundTask(Schedule = "*/5 * * * *")]
    private sealed class FiveMinutes(List<string> log) : Logging(log, "five");

    [BackgroundTask(Schedule = "* * * * *", Enable = false)]
    private sealed class Disabled(List<string> log) : Logging(log, "disabled");

    [BackgroundTask(Schedule = "* * * * *", LockTimeout = 1, LockExpiration = 1000)]
    private sealed class Locked(List<string> log) : Logging(log, "locked");

    [BackgroundTask(Schedule = "*/5 * * * *")]
    private sealed class Failing(List<string> log) : Logging(log, "failing")
    {
        public override async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
        {
            await base.DoWorkAsync(serviceProvider, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private abstract class Logging(List<string> log, string name) : IBackgroundTask
    {
        public virtual Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
        {
            log.Add(name);
            return Task.CompletedTask;
        }
    }
}
