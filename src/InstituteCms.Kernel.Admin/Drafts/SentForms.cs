using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>The form that was last saved of each item, for some seconds: the second of two clicks brings the same once more.</summary>
public sealed class SentForms
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (string Digest, DateTime AtUtc)> _sent = new();
    private readonly IClock _clock;

    /// <summary>None yet.</summary>
    public SentForms(IClock clock) => _clock = clock;

    /// <summary>Notes that the form was saved.</summary>
    public void Note(string itemId, IFormCollection form)
    {
        var nowUtc = _clock.UtcNow;
        foreach (var entry in _sent.Where(entry => nowUtc - entry.Value.AtUtc >= _lifetime))
        {
            _sent.TryRemove(entry);
        }

        _sent[itemId] = (Digest(form), nowUtc);
    }

    /// <summary>Whether just this form was saved just now.</summary>
    public bool Has(string itemId, IFormCollection form) =>
        _sent.TryGetValue(itemId, out var last) && _clock.UtcNow - last.AtUtc < _lifetime && last.Digest == Digest(form);

    /// <summary>Something else was done with the item.</summary>
    public void Forget(string itemId) => _sent.TryRemove(itemId, out _);

    private static string Digest(IFormCollection form) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        form.Where(field => field.Key != "__RequestVerificationToken").ToDictionary(field => field.Key, field => field.Value.ToArray()))));
}
