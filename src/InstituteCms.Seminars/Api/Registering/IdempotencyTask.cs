using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Api.Registering;

[BackgroundTask(
    Title = "Idempotency keys of the API",
    Description = "Forgets the keys of requests, and what was answered, after a day.",
    Schedule = "41 * * * *",
    LockTimeout = 3_000,      // milliseconds
    LockExpiration = 60_000)] // milliseconds
public sealed class IdempotencyTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<IdempotencyKeys>().EraseAsync();
}
