using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InstituteCms.Kernel.Background;

/// <summary>
/// The host's clockwork: looks at every running tenant again and again. Tenants run side by side; one whose last round
/// is not over is left alone.
/// </summary>
internal sealed partial class BackgroundTaskService : BackgroundService
{
    private readonly ITenantScopes _tenants;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TimeSpan _pollingTime;
    private readonly Dictionary<string, Task> _rounds = [];

    public BackgroundTaskService(ITenantScopes tenants, IConfiguration configuration, TimeProvider time, ILogger<BackgroundTaskService> logger)
    {
        (_tenants, _time, _logger) = (tenants, time, logger);
        _pollingTime = TimeSpan.TryParse(
            configuration["OrchardCore:OrchardCore_BackgroundService:PollingTime"], CultureInfo.InvariantCulture, out var polling) && polling > TimeSpan.Zero
            ? polling
            : TimeSpan.FromMinutes(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pollingTime, _time);
        do
        {
            StartRounds(stoppingToken);
        }
        while (await NextAsync(timer, stoppingToken));

        await Task.WhenAll(_rounds.Values);
    }

    /// <summary>Starts a round of every tenant that has none under way. The first one only plans.</summary>
    internal void StartRounds(CancellationToken cancellationToken)
    {
        foreach (var tenant in _tenants.Running)
        {
            if (!_rounds.TryGetValue(tenant, out var round) || round.IsCompleted)
            {
                _rounds[tenant] = Task.Run(() => RunAsync(tenant, cancellationToken), CancellationToken.None);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RunAsync(string tenant, CancellationToken cancellationToken)
    {
        try
        {
            BackgroundTaskRunner runner;
            await using (var scope = _tenants.Create(tenant))
            {
                runner = scope.ServiceProvider.GetRequiredService<BackgroundTaskRunner>();
            }

            await runner.RunDueAsync(() => _tenants.Create(tenant), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; the rest of the round comes after the next start.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogRoundFailed(tenant, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The background tasks of tenant {Tenant} could not be run.")]
    private partial void LogRoundFailed(string tenant, Exception exception);
}
