using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Registrations;

[BackgroundTask(
    Title = "Retention of personal data",
    Description = "Erases registrants' personal data once each event's retention time is over.",
    Schedule = "17 3 * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 600_000)] // milliseconds
public sealed class RetentionTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<PersonalDataEraser>().EraseDueAsync(cancellationToken);
}
