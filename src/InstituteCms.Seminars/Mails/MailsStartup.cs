using InstituteCms.Previews;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Mails;

/// <summary>What registrants are told by mail.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class MailsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<MailMigrations>();
        services.AddIndexProvider<OutboxIndexProvider>();

        services.AddIndexProvider<EventMailTemplatesIndexProvider>();
        services.AddSingleton<MailWayOut>();
        services.AddScoped<MailTexts>();
        services.AddScoped<MailTemplates>();
        services.AddScoped<MailRenderer>();
        services.AddScoped<RegistrationCalendar>();
        services.AddScoped<RegistrationMail>();
        services.AddScoped<OrderedMail>();
        services.AddScoped<RegistrantNews>();
        services.AddScoped<IMailPreview, RegistrationMailPreview>();

        services.AddScoped<MailMarks>();
        services.AddScoped<MailList>();
        services.AddScoped<MailStateTexts>();
        services.AddScoped<MailSamples>();
        services.AddSingleton<MailPump>();
        services.AddScoped<MailOutbox>();
        services.AddScoped<MailReminders>();
        services.AddSingleton<IBackgroundTask, MailOutboxTask>();
        services.AddSingleton<IBackgroundTask, MailRemindersTask>();
        services.AddHealthChecks().AddCheck<MailOutboxHealth>("Mail outbox");
    }
}
