using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;

namespace InstituteCms.Kernel.Background;

/// <summary>Locks of a tenant within this process.</summary>
internal sealed class LocalLock : IDistributedLock
{
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Queue> _queues = [];

    public LocalLock(TimeProvider time) => _time = time;

    public async Task<ILocker> AcquireLockAsync(string key, TimeSpan? expiration = null) =>
        (await TryAcquireLockAsync(key, Timeout.InfiniteTimeSpan, expiration)).locker;

    public Task<bool> IsLockAcquiredAsync(string key)
    {
        lock (_queues)
        {
            return Task.FromResult(_queues.TryGetValue(key, out var queue) && queue.Semaphore.CurrentCount == 0);
        }
    }

    public async Task<(ILocker locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null)
    {
        var queue = Enter(key);
        if (!await queue.Semaphore.WaitAsync(timeout > TimeSpan.FromMilliseconds(int.MaxValue) ? Timeout.InfiniteTimeSpan : timeout))
        {
            Leave(key, queue);
            return (null!, false);
        }

        return (new Locker(_time, expiration, () => Release(key, queue)), true);
    }

    private Queue Enter(string key)
    {
        lock (_queues)
        {
            if (!_queues.TryGetValue(key, out var queue))
            {
                _queues[key] = queue = new Queue();
            }

            queue.Length++;
            return queue;
        }
    }

    private void Release(string key, Queue queue)
    {
        queue.Semaphore.Release();
        Leave(key, queue);
    }

    private void Leave(string key, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.Length == 0)
            {
                _queues.Remove(key);
                queue.Semaphore.Dispose();
            }
        }
    }

    /// <summary>Those who hold or wait for one key.</summary>
    private sealed class Queue
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Length { get; set; }
    }
}
