using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Webhooks;

[BackgroundTask(
    Title = "Webhooks",
    Description = "Tells programs of events that are over, sends what they have not taken yet, and clears old messages away.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
public sealed class WebhookTask : IBackgroundTask
{
    private const int MostClearedAtOnce = 200;

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var session = serviceProvider.GetRequiredService<ISession>();
        await serviceProvider.GetRequiredService<EndedEvents>().TellAsync(cancellationToken);
        await ClearAsync(session, serviceProvider.GetRequiredService<IClock>().UtcNow - WebhookRetry.LogKept, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        await serviceProvider.GetRequiredService<WebhookOutbox>().DeliverDueAsync(cancellationToken);
    }

    private static async Task ClearAsync(ISession session, DateTime beforeUtc, CancellationToken cancellationToken)
    {
        var old = await session.Query<WebhookMessage, WebhookMessageIndex>(message => message.CreatedUtc < beforeUtc).Take(MostClearedAtOnce).ListAsync(cancellationToken);
        foreach (var message in old)
        {
            session.Delete(message);
        }
    }
}
