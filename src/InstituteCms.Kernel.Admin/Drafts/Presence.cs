using System.Collections.Concurrent;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>Who has which item open. It is forgotten after two minutes without a sign of life, and with the process.</summary>
public sealed class Presence
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(string ItemId, string UserId), (string Name, DateTime SeenUtc)> _seen = new();
    private readonly IClock _clock;

    /// <summary>Nobody yet.</summary>
    public Presence(IClock clock) => _clock = clock;

    /// <summary>Notes a sign of life and names the others.</summary>
    public IReadOnlyList<string> Enter(string itemId, string userId, string name)
    {
        var nowUtc = _clock.UtcNow;
        _seen[(itemId, userId)] = (name, nowUtc);
        foreach (var entry in _seen.Where(entry => nowUtc - entry.Value.SeenUtc >= _lifetime))
        {
            _seen.TryRemove(entry);
        }

        return [.. _seen.Where(entry => entry.Key.ItemId == itemId && entry.Key.UserId != userId).Select(entry => entry.Value.Name).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>Notes that somebody is done with an item.</summary>
    public void Leave(string itemId, string userId) => _seen.TryRemove((itemId, userId), out _);
}
