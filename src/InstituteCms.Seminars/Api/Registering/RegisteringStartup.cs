using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Api.Registering;

/// <summary>Registering by the API.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegisteringStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IdempotencyKeys>();
        services.AddScoped<RegistrationWriter>();
        services.AddScoped<RegisterForms>();
        services.AddScoped<ApiUser>();
        services.AddDataMigration<IdempotencyMigrations>();
        services.AddSingleton<IBackgroundTask, IdempotencyTask>();
    }
}
