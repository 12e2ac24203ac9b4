using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Mails;

[BackgroundTask(
    Title = "Mail outbox",
    Description = "Sends the mails that wait: new ones, and those that failed before.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
public sealed class MailOutboxTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<MailOutbox>().DeliverDueAsync(cancellationToken);
}
