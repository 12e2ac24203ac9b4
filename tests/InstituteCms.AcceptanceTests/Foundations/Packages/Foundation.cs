using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Orchard Core, as a test needs it.</summary>
internal static class Foundation
{
    /// <summary>Now: scripts in recipes know no other time.</summary>
    public static DateTimeOffset Beginning => TimeProvider.System.GetUtcNow();

    /// <summary>Whether a site is proved on PostgreSQL, too: that is Orchard Core's own.</summary>
    public static TheoryData<bool> Postgres { get; } = [false];

    public static void Prepare(IServiceCollection services, TimeProvider time, string data)
    {
        // Orchard Core takes the folder from the process's environment, which all test sites share.
        services.PostConfigure<ShellOptions>(options => options.ShellsApplicationDataPath = data);

        services.Replace(ServiceDescriptor.Singleton(time));
        services.Replace(ServiceDescriptor.Singleton<IClock>(new SiteClock(time)));
    }

    /// <summary>Does what is due in the background: Orchard Core's own schedule follows the machine's clock.</summary>
    public static async Task WorkAsync(TestSite site, string tenant)
    {
        var scope = await site.Services.GetRequiredService<IShellHost>().GetScopeAsync(tenant);
        await scope.UsingAsync(async scope =>
        {
            foreach (var task in scope.ServiceProvider.GetServices<IBackgroundTask>().Where(t => t.GetType().Namespace!.StartsWith("InstituteCms", StringComparison.Ordinal)))
            {
                await task.DoWorkAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
            }
        });
    }

    /// <summary>What a process printed, but for what Orchard Core itself logged: failures of set-up with their traces.</summary>
    public static string WithoutItsLog(string output)
    {
        var lines = new List<string>();
        var inLog = false;
        foreach (var line in output.Split('\n'))
        {
            inLog = line.StartsWith("fail: OrchardCore.", StringComparison.Ordinal) || (inLog && line.StartsWith("      ", StringComparison.Ordinal));
            if (!inLog)
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines);
    }

    private sealed class SiteClock(TimeProvider time) : Clock, IClock
    {
        DateTime IClock.UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
