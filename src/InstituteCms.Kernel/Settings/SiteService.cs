using System.Text.Json;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;
using YesSql;

namespace InstituteCms.Kernel.Settings;

/// <summary>
/// Keeps the settings in one document and a copy of it in memory. It is a singleton, as modules expect, and finds the session
/// in the scope of whoever asks.
/// </summary>
internal sealed class SiteService : ISiteService
{
    private readonly IStore _store;
    private readonly Lock _gate = new();
    private SiteSettings? _cached;
    private long _version;

    public SiteService(IStore store) => _store = store;

    public async Task<ISite> GetSiteSettingsAsync()
    {
        if (Volatile.Read(ref _cached) is { } cached)
        {
            return cached;
        }

        var version = Interlocked.Read(ref _version);
        var settings = Copy(await ReadAsync());
        lock (_gate)
        {
            if (version == _version)
            {
                _cached = settings;
            }
        }

        return settings;
    }

    public async Task<ISite> LoadSiteSettingsAsync() => await FindAsync(Session) ?? new SiteSettings();

    public async Task UpdateSiteSettingsAsync(ISite site)
    {
        await AuditSettings.RecordAsync(this, site);
        await Session.SaveAsync(site);
        ShellScope.RegisterBeforeDispose(
            _ =>
            {
                Forget();
                return Task.CompletedTask;
            },
            last: true);
    }

    private static ISession Session =>
        ShellScope.Services?.GetRequiredService<ISession>() ?? throw new InvalidOperationException("Site settings are loaded within a shell scope.");

    /// <summary>What another writer has not committed yet is not kept: whoever read before this reads again.</summary>
    private void Forget()
    {
        lock (_gate)
        {
            _version++;
            _cached = null;
        }
    }

    private async Task<SiteSettings> ReadAsync()
    {
        await using var session = _store.CreateSession(withTracking: false); // Not the caller's, which may hold what is not committed.
        return await FindAsync(session) ?? new SiteSettings();
    }

    private static Task<SiteSettings?> FindAsync(ISession session) => session.Query<SiteSettings>().FirstOrDefaultAsync()!;

    private static SiteSettings Copy(SiteSettings settings) =>
        JsonSerializer.Deserialize<SiteSettings>(JsonSerializer.SerializeToUtf8Bytes(settings, DocumentJson.Options), DocumentJson.Options)!;
}
