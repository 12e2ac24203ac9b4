using InstituteCms.Kernel.Tenants;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Admin.Settings;

/// <summary>Whether there is room where the site keeps its data.</summary>
internal sealed class DiskHealth : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;
    private const long Little = 1024 * Megabyte;

    private readonly TenantFolder _folder;
    private readonly IStringLocalizer S;

    public DiskHealth(TenantFolder folder, IStringLocalizer<DiskHealth> localizer) => (_folder, S) = (folder, localizer);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(_folder.Path).AvailableFreeSpace;
        var used = new DirectoryInfo(_folder.Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        var words = S["The site takes {0:N0} MB; {1:N0} MB are free.", used / Megabyte, free / Megabyte].Value;
        return Task.FromResult(free > Little ? HealthCheckResult.Healthy(words) : HealthCheckResult.Degraded(words));
    }
}
