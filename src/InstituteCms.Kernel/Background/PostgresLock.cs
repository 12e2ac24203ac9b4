using System.Data.Common;
using Dapper;
using InstituteCms.Kernel.Data;
using Npgsql;
using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;

namespace InstituteCms.Kernel.Background;

/// <summary>
/// Locks of a tenant across all processes on its PostgreSQL database. A process queues for a key by itself before one of its connections
/// asks the server, which takes the lock back when that connection ends, however it ends.
/// </summary>
internal sealed class PostgresLock : IDistributedLock
{
    private readonly DocumentStore _store;
    private readonly LocalLock _local;

    private readonly TimeProvider _time;

    public PostgresLock(DocumentStore store, LocalLock local, TimeProvider time) => (_store, _local, _time) = (store, local, time);

    public async Task<ILocker> AcquireLockAsync(string key, TimeSpan? expiration = null) =>
        (await TryAcquireLockAsync(key, Timeout.InfiniteTimeSpan, expiration)).locker;

    public async Task<bool> IsLockAcquiredAsync(string key)
    {
        var (locker, locked) = await TryAcquireLockAsync(key, TimeSpan.FromMilliseconds(1));
        await using (locker)
        {
            return !locked;
        }
    }

    public async Task<(ILocker locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null)
    {
        var (queue, isFirst) = await _local.TryAcquireLockAsync(key, timeout);
        if (!isFirst)
        {
            return (null!, false);
        }

        DbConnection? connection = null;
        try
        {
            connection = await _store.Database.OpenAsync(CancellationToken.None);
            await LockAsync(connection, Name(key), timeout);
            return (new Locker(_time, expiration, () => Unlock(connection, Name(key), queue)), true);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            queue.Dispose();
            if (e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                return (null!, false);
            }

            throw;
        }
    }

    private string Name(string key) => $"{_store.Configuration.TablePrefix}Lock:{key}";

    // A server that waits for no longer than 0 waits for ever.
    private static Task<int> LockAsync(DbConnection connection, string name, TimeSpan timeout) => connection.ExecuteAsync(
        "SELECT set_config('lock_timeout', @milliseconds, false); SELECT pg_advisory_lock(hashtextextended(@name, 0))",
        new { name, milliseconds = timeout < TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue ? "0" : $"{Math.Max(1, (int)timeout.TotalMilliseconds)}" },
        commandTimeout: 0);

    private static void Unlock(DbConnection connection, string name, ILocker queue)
    {
        try
        {
            connection.Execute("SELECT pg_advisory_unlock(hashtextextended(@name, 0))", new { name });
        }
        catch (DbException)
        {
            // The connection is gone, and the lock with it.
        }
        finally
        {
            connection.Dispose();
            queue.Dispose();
        }
    }
}
