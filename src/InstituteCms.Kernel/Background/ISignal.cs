#nullable disable
using Microsoft.Extensions.Primitives;

namespace OrchardCore.Environment.Cache;

/// <summary>Tells caches of a tenant that what a key stands for has changed.</summary>
public interface ISignal
{
    /// <summary>A token that fires at the next signal of <paramref name="key"/>.</summary>
    IChangeToken GetToken(string key);

    /// <summary>Fires the tokens given out for <paramref name="key"/>.</summary>
    Task SignalTokenAsync(string key);
}
