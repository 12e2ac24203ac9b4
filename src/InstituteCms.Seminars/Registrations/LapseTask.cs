using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

[BackgroundTask(
    Title = "Lapsed registrations",
    Description = "Takes seats back that were held for a confirmation or offered, once their time is over.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
public sealed class LapseTask : IBackgroundTask
{
    private static readonly string[] _lapsing = [nameof(RegistrationStatus.AwaitingConfirmation), nameof(RegistrationStatus.Offered)];

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var nowUtc = serviceProvider.GetRequiredService<IClock>().UtcNow;
        var store = serviceProvider.GetRequiredService<IStore>();
        await using var session = store.CreateSession();
        var due = await session.Query<Registration, RegistrationIndex>(r => r.Status.IsIn(_lapsing) && r.LapsesUtc <= nowUtc).ListAsync(cancellationToken);
        var desk = serviceProvider.GetRequiredService<RegistrationDesk>();
        foreach (var registration in due)
        {
            await desk.ChangeAsync(registration.Id, RegistrationCommand.Lapse, new(RegistrationActor.Site), cancellationToken);
        }
    }
}
