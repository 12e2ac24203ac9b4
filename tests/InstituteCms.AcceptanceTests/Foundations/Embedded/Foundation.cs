using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>The embedded kernel, whose one source of time is the host's provider.</summary>
internal static class Foundation
{
    public static void UseTime(IServiceCollection services, TimeProvider time) => services.Replace(ServiceDescriptor.Singleton(time));
}
