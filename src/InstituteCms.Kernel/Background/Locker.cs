using OrchardCore.Locking;

namespace InstituteCms.Kernel.Background;

/// <summary>A lock that is given back once: when it is disposed of, or when its time is over.</summary>
internal sealed class Locker : ILocker
{
    private readonly ITimer? _expiry;
    private Action? _release;

    public Locker(TimeProvider time, TimeSpan? expiration, Action release)
    {
        _release = release;
        _expiry = expiration is { } after && after > TimeSpan.Zero && after < TimeSpan.FromMilliseconds(int.MaxValue)
            ? time.CreateTimer(_ => Release(), null, after, Timeout.InfiniteTimeSpan)
            : null;
    }

    public void Dispose()
    {
        _expiry?.Dispose();
        Release();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Release() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
