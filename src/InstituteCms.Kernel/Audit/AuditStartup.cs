using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Audit;

/// <summary>The audit trail.</summary>
public sealed class AuditStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddIndexProvider<AuditEntryIndexProvider>();
        services.AddDataMigration<AuditMigrations>();
        services.AddScoped<IContentHandler, AuditContentHandler>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<AuditExports>();
            options.Filters.Add<AuditLinks>();
            options.Filters.Add<AuditSearches>();
            options.Filters.Add<AuditCounts>();
        });
        services.AddSingleton<IBackgroundTask, AuditRetentionTask>();
        services.AddPermissionProvider<AuditPermissions>();
    }
}

/// <summary>Who may read the audit trail: administrators, unless a role is given it.</summary>
public sealed class AuditPermissions : IPermissionProvider
{
    /// <summary>To read and export it. Nobody may change it.</summary>
    public static readonly Permission ViewAuditTrail = new("ViewAuditTrail", "See who did what");

    /// <inheritdoc />
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ViewAuditTrail]);

    /// <inheritdoc />
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}

/// <summary>How long the audit trail is kept.</summary>
public sealed class AuditTrailSettings
{
    /// <summary>Days after which an entry is gone: 30 to 3650.</summary>
    public int RetentionDays { get; set; } = 365;
}

[BackgroundTask(
    Title = "Retention of the audit trail",
    Description = "Removes entries that are older than the site keeps them.",
    Schedule = "41 3 * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 600_000)] // milliseconds
internal sealed class AuditRetentionTask : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var settings = await serviceProvider.GetRequiredService<ISiteService>().GetSettingsAsync<AuditTrailSettings>();
        var nowUtc = serviceProvider.GetRequiredService<IClock>().UtcNow;
        await serviceProvider.GetRequiredService<AuditTrail>().ForgetAsync(nowUtc.AddDays(-settings.RetentionDays), cancellationToken);
    }
}
