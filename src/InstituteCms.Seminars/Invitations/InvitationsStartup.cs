using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Invitations;

/// <summary>Guests who are asked to come.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class InvitationsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<InvitationMigrations>();
        services.AddIndexProvider<InvitationIndexProvider>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<InvitationList>();
    }
}
