using InstituteCms.Kernel.Admin.Audit;
using InstituteCms.Kernel.Admin.Contents;
using InstituteCms.Kernel.Admin.Settings;
using InstituteCms.Kernel.Admin.Users;
using InstituteCms.Kernel.Admin.Users.Invitations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin;

/// <summary>The admin application.</summary>
public sealed class AdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddNavigationProvider<AdminMenu>();
        services.AddScoped<ContentTypes>();
        services.AddScoped<ContentList>();
        services.AddHealthChecks().AddCheck<DiskHealth>("Disk");
        services.AddScoped<UserRoles>();
        services.AddScoped<AuditDetails>();
        services.AddScoped<InvitationDesk>();
        services.AddIndexProvider<InvitationIndexProvider>();
        services.AddDataMigration<InvitationMigrations>();
        services.AddScoped<ContentListMemories>();
        services.AddScoped<ContentBatches>();
    }
}
