using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Mails;

[BackgroundTask(
    Title = "Reminders",
    Description = "Reminds those registered of what is near, and tells those who asked for it of reports.",
    Schedule = "*/5 * * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
public sealed class MailRemindersTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<MailReminders>().WriteDueAsync(cancellationToken);
}
