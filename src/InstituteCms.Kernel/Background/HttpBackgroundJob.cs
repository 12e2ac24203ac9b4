#nullable disable
using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.BackgroundJobs;

/// <summary>Work that a request asks for and does not wait for, not even by a moment that its visitor could measure.</summary>
public static partial class HttpBackgroundJob
{
    /// <summary>Runs <paramref name="job"/> in a scope of its own once the present request is answered; a failure is logged.</summary>
    public static Task ExecuteAfterEndOfRequestAsync(string jobName, Func<ShellScope, Task> job)
    {
        var services = ShellScope.Services;
        var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var tenant = context.Features.GetRequiredFeature<Tenant>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HttpBackgroundJob));
        context.Response.OnCompleted(() =>
        {
            using var apart = ExecutionContext.SuppressFlow(); // Nothing of the request is there any more.
            _ = Task.Run(() => RunAsync(tenant, jobName, job, logger));
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static async Task RunAsync(Tenant tenant, string jobName, Func<ShellScope, Task> job, ILogger logger)
    {
        try
        {
            await tenant.UsingScopeAsync(job);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogJobFailed(logger, e, jobName);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {JobName} failed that followed a request.")]
    private static partial void LogJobFailed(ILogger logger, Exception exception, string jobName);
}
