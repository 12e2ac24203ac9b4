using InstituteCms.AcceptanceTests.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>The embedded kernel, as a test needs it: its one source of time is the host's provider, and the configuration names its folder.</summary>
internal static class Foundation
{
    /// <summary>A Tuesday noon in Tokyo.</summary>
    public static DateTimeOffset Beginning { get; } = new(2026, 5, 12, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a site is proved on PostgreSQL, too.</summary>
    public static TheoryData<bool> Postgres { get; } = [false, true];

    public static void Prepare(IServiceCollection services, TimeProvider time, string data) => services.Replace(ServiceDescriptor.Singleton(time));

    /// <summary>Background work follows the clock by itself.</summary>
    public static Task WorkAsync(TestSite site, string tenant) => Task.CompletedTask;

    /// <summary>What a process printed: this foundation logs no failure that the host tells.</summary>
    public static string WithoutItsLog(string output) => output;
}
