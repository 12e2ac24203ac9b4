#nullable disable
namespace OrchardCore.Locking
{
    /// <summary>Gives locks by key.</summary>
    public interface ILock
    {
        /// <summary>Waits for the lock as long as it takes.</summary>
        Task<ILocker> AcquireLockAsync(string key, TimeSpan? expiration = null);

        /// <summary>Whether somebody holds the lock.</summary>
        Task<bool> IsLockAcquiredAsync(string key);

        /// <summary>Waits for the lock up to <paramref name="timeout"/>.</summary>
        Task<(ILocker locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null);
    }

    /// <summary>A lock that is held until it is disposed of or expires.</summary>
    public interface ILocker : IDisposable, IAsyncDisposable;
}

namespace OrchardCore.Locking.Distributed
{
    /// <summary>Gives locks that hold across the nodes of a tenant.</summary>
    public interface IDistributedLock : ILock;
}
