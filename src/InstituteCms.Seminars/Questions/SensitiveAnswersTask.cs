using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Questions;

[BackgroundTask(
    Title = "Sensitive answers",
    Description = "Erases registrants' sensitive answers, such as diet and access needs, some days after each event.",
    Schedule = "47 2 * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 600_000)] // milliseconds
public sealed class SensitiveAnswersTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<SensitiveAnswersEraser>().EraseDueAsync(cancellationToken);
}
