using InstituteCms.Dashboard;
using InstituteCms.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Deployment;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
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

        services.AddScoped<EventAccess>();
        services.AddScoped<RegistrationDesk>();
        services.AddSingleton<RegistrationGroups>();
        services.AddScoped<RegistrationList>();
        services.AddScoped<RegistrationCounts>();
        services.AddScoped<WaitlistReader>();
        services.AddScoped<RegistrationTexts>();
        services.AddScoped<RegistrationBulk>();
        services.AddScoped<KeptViewStore>();
        services.AddIndexProvider<KeptViewsIndexProvider>();
        services.AddScoped<SeatLedger>();
        services.AddScoped<ISeatCounter>(provider => provider.GetRequiredService<SeatLedger>());
        services.AddScoped<PrivacyNoticeWriter>();
        services.AddScoped<RegistrationFormReader>();
        services.AddScoped<PersonalLinks>();
        services.AddScoped<PersonalPages>();
        services.AddScoped<RegistrantFieldTexts>();
        services.AddScoped<LostLinks>();
        services.AddScoped<PersonalDataEraser>();

        services.AddSingleton<IBackgroundTask, LapseTask>();
        services.AddSingleton<IBackgroundTask, RetentionTask>();

        services.AddRecipeExecutionStep<RegistrationsStep>();
        services.AddPermissionProvider<RegistrationPermissions>();
        services.AddNavigationProvider<RegistrationAdminMenu>();
        services.AddScoped<IContentDisplayDriver, EventRegistrationsDisplayDriver>();
        services.AddScoped<RegistrationTrend>();
        services.AddDisplayDriver<SeminarDashboard, RegistrationsDashboardDriver>();
    }
}

/// <summary>Brings what is old up to date, after everything else has its tables.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class EarlyRegistrationsStartup : StartupBase
{
    public override int Order => 100;

    public override void ConfigureServices(IServiceCollection services) => services.AddDataMigration<EarlyRegistrationMigrations>();
}

/// <summary>Registrations in packages of the site.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
[RequireFeatures("OrchardCore.Deployment")]
public sealed class RegistrationsDeploymentStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddDeployment<RegistrationsDeploymentSource, RegistrationsDeploymentStep, RegistrationsDeploymentStepDriver>();
}
