using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.CheckIn;

[Feature("InstituteCms.Seminars.Registrations")]
public sealed class CheckInStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<CheckInMigrations>();
        services.AddIndexProvider<CheckInIndexProvider>();
        services.AddScoped<DoorReader>();
        services.AddPermissionProvider<CheckInPermissions>();
    }
}
