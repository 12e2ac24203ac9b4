using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Kernel.OpenId;

[BackgroundTask(
    Title = "Tokens",
    Description = "Forgets tokens that are no longer good for anything.",
    Schedule = "17 3 * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
internal sealed class OpenIdCleaningTask : IBackgroundTask
{
    /// <summary>As long as somebody may want to see what became of a token.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(14);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var threshold = serviceProvider.GetRequiredService<TimeProvider>().GetUtcNow() - _kept;
        await serviceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(threshold, cancellationToken);
        await serviceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(threshold, cancellationToken);
    }
}
