using System.Security.Cryptography;
using System.Text;
using OrchardCore.Modules;

namespace InstituteCms.Abuse;

/// <summary>One thing that is counted, and how much of it is let in.</summary>
public sealed record Counted(string What, string Key, RateLimit Limit);

/// <summary>Counts requests of one site within one process. It remembers no address, only what a key that dies with the process makes of it.</summary>
public sealed class RequestLimits
{
    private const int PruneAt = 10_000;

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, DateTime> _settled = [];
    private readonly Lock _lock = new();
    private readonly IClock _clock;

    private int _pruneAt = PruneAt;

    public RequestLimits(IClock clock) => _clock = clock;

    /// <summary>Counts one request under all of these at once, or under none of them: then it says how long to wait.</summary>
    public TimeSpan Count(params IReadOnlyList<Counted> counted)
    {
        var nowUtc = _clock.UtcNow;
        var keys = counted.Select(KeyOf).ToArray();
        lock (_lock)
        {
            var decisions = counted.Select((one, i) => one.Limit.Decide(_settled.GetValueOrDefault(keys[i]), nowUtc)).ToArray();
            var wait = decisions.Max(decision => decision.Wait);
            if (wait == TimeSpan.Zero)
            {
                foreach (var (key, decision) in keys.Zip(decisions))
                {
                    _settled[key] = decision.SettledUtc;
                }

                Prune(nowUtc);
            }

            return wait;
        }
    }

    /// <summary>Counts one request under this, and says what is left.</summary>
    public RateUse Use(Counted counted)
    {
        var nowUtc = _clock.UtcNow;
        var key = KeyOf(counted);
        lock (_lock)
        {
            var decision = counted.Limit.Decide(_settled.GetValueOrDefault(key), nowUtc);
            if (decision.IsLetIn && decision.SettledUtc > nowUtc)
            {
                _settled[key] = decision.SettledUtc;
                Prune(nowUtc);
            }

            return counted.Limit.UseOf(decision, nowUtc);
        }
    }

    private string KeyOf(Counted counted) =>
        Convert.ToBase64String(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{counted.What}\n{counted.Key}")));

    private void Prune(DateTime nowUtc)
    {
        if (_settled.Count < _pruneAt)
        {
            return;
        }

        foreach (var key in _settled.Where(entry => entry.Value <= nowUtc).Select(entry => entry.Key).ToArray())
        {
            _settled.Remove(key);
        }

        _pruneAt = Math.Max(PruneAt, 2 * _settled.Count);
    }
}
