using InstituteCms.Kernel.Background;
using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;
using OrchardCore.Environment.Shell.Scope;

namespace InstituteCms.Kernel.Tenants;

/// <summary>The tenants of this process: which there are, which one a request is for, and their running instances.</summary>
internal sealed class TenantHost : ITenantScopes, IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly ShellSettingsStore _store;
    private readonly TenantBuilder _builder;
    private readonly SemaphoreSlim _building = new(1, 1);
    private readonly Dictionary<string, Tenant> _running = new(StringComparer.OrdinalIgnoreCase);
    private volatile List<ShellSettings> _settings = [];

    public TenantHost(ShellSettingsStore store, TenantBuilder builder)
    {
        _store = store;
        _builder = builder;
    }

    public IReadOnlyList<ShellSettings> Settings => _settings;

    IReadOnlyList<string> ITenantScopes.Running
    {
        get
        {
            lock (_running)
            {
                return [.. _running.Keys];
            }
        }
    }

    /// <summary>Reads what tenants there are.</summary>
    public void Load() => _settings = [.. _store.Load()];

    public ShellSettings? Find(string name) => _settings.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Save(ShellSettings settings)
    {
        _store.Save(settings);
        _settings = [.. _settings.Where(s => s != settings), settings];
    }

    /// <summary>The tenant that a request is for: host and prefix, then host, then prefix, then the default one.</summary>
    public ShellSettings? Match(HostString host, PathString path)
    {
        var settings = _settings;
        return settings.FirstOrDefault(s => HasHost(s, host) && HasPrefix(s, path))
            ?? settings.FirstOrDefault(s => HasHost(s, host) && string.IsNullOrEmpty(s.RequestUrlPrefix))
            ?? settings.FirstOrDefault(s => string.IsNullOrEmpty(s.RequestUrlHost) && HasPrefix(s, path))
            ?? settings.FirstOrDefault(s => string.IsNullOrEmpty(s.RequestUrlHost) && string.IsNullOrEmpty(s.RequestUrlPrefix));
    }

    public async Task<Tenant> GetAsync(ShellSettings settings)
    {
        lock (_running)
        {
            if (_running.TryGetValue(settings.Name, out var running))
            {
                return running;
            }
        }

        await _building.WaitAsync();
        try
        {
            lock (_running)
            {
                if (_running.TryGetValue(settings.Name, out var running))
                {
                    return running;
                }
            }

            var tenant = await _builder.BuildAsync(settings);
            lock (_running)
            {
                _running[settings.Name] = tenant;
            }

            return tenant;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Lets go of the running instance; the next request builds a new one.</summary>
    public async Task ReleaseAsync(ShellSettings settings)
    {
        Tenant? tenant;
        lock (_running)
        {
            _running.Remove(settings.Name, out tenant);
        }

        if (tenant is not null)
        {
            await tenant.ReleaseAsync();
        }
    }

    public async Task UsingScopeAsync(ShellSettings settings, Func<ShellScope, Task> work) =>
        await (await GetAsync(settings)).UsingScopeAsync(work);

    ShellScope ITenantScopes.Create(string tenant)
    {
        lock (_running)
        {
            return _running[tenant].CreateScope();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tenant in _running.Values)
        {
            await tenant.StopAsync(_patience);
        }

        _building.Dispose();
    }

    private static bool HasHost(ShellSettings settings, HostString host) =>
        settings.RequestUrlHost is { Length: > 0 } hosts
        && hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(h => h.Equals(host.Value, StringComparison.OrdinalIgnoreCase) || h.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
                || (h.StartsWith("*.", StringComparison.Ordinal) && host.Host.EndsWith(h[1..], StringComparison.OrdinalIgnoreCase)));

    private static bool HasPrefix(ShellSettings settings, PathString path) =>
        settings.RequestUrlPrefix is { Length: > 0 } prefix && path.StartsWithSegments("/" + prefix, StringComparison.OrdinalIgnoreCase);
}
