using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Orchard Core, where it takes the test's time by its own clock.</summary>
internal static class Foundation
{
    public static void UseTime(IServiceCollection services, TimeProvider time)
    {
        services.Replace(ServiceDescriptor.Singleton(time));
        services.Replace(ServiceDescriptor.Singleton<IClock>(new SiteClock(time)));
    }

    private sealed class SiteClock(TimeProvider time) : Clock, IClock
    {
        DateTime IClock.UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
