using InstituteCms.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Registrations;

[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<RegistrationPart>().UseDisplayDriver<RegistrationPartDisplayDriver>().AddHandler<RegistrationPartHandler>();
        services.AddDataMigration<RegistrationMigrations>();
        services.AddIndexProvider<RegistrationIndexProvider>();
        services.AddIndexProvider<OutboxMessageIndexProvider>();

        services.AddScoped<RegistrationDesk>();
        services.AddScoped<RegistrationList>();
        services.AddScoped<SeatLedger>();
        services.AddScoped<ISeatCounter>(provider => provider.GetRequiredService<SeatLedger>());
        services.AddScoped<PrivacyNoticeWriter>();
        services.AddScoped<PersonalLinks>();
        services.AddScoped<RegistrationCalendar>();
        services.AddScoped<RegistrationMail>();
        services.AddScoped<MailOutbox>();
        services.AddScoped<PersonalDataEraser>();

        services.AddSingleton<IBackgroundTask, MailOutboxTask>();
        services.AddSingleton<IBackgroundTask, RetentionTask>();

        services.AddPermissionProvider<RegistrationPermissions>();
        services.AddNavigationProvider<RegistrationAdminMenu>();
        services.AddScoped<IContentDisplayDriver, EventRegistrationsDisplayDriver>();
    }
}
