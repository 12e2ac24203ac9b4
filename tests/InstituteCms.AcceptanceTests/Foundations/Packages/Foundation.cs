using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Orchard Core, as a test needs it.</summary>
internal static class Foundation
{
    /// <summary>Now: scripts in recipes know no other time.</summary>
    public static DateTimeOffset Beginning => TimeProvider.System.GetUtcNow();

    public static void Prepare(IServiceCollection services, TimeProvider time, string data)
    {
        // Orchard Core takes the folder from the process's environment, which all test sites share.
        services.PostConfigure<ShellOptions>(options => options.ShellsApplicationDataPath = data);

        // Background work looks at its clock this often.
        services.Configure<BackgroundServiceOptions>(options => (options.PollingTime, options.MinimumIdleTime) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(50)));
        services.Replace(ServiceDescriptor.Singleton(time));
        services.Replace(ServiceDescriptor.Singleton<IClock>(new SiteClock(time)));
    }

    private sealed class SiteClock(TimeProvider time) : Clock, IClock
    {
        DateTime IClock.UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
