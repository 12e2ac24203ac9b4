using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Email;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Mail;

/// <summary>Mail.</summary>
public sealed class MailStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().Configure<IShellConfiguration>((o, configuration) => configuration.GetSection(SmtpOptions.Section).Bind(o));
        services.AddSingleton<MailFolder>();
        services.AddSingleton<IEmailAddressValidator, EmailAddressValidator>();
        services.AddSingleton<MailPassword>();
        services.AddTransient<IPostConfigureOptions<SmtpOptions>, SiteMail>();
        services.AddScoped<EmailService>();
        services.AddScoped<IEmailService>(provider => provider.GetRequiredService<EmailService>());
        services.AddScoped<IMailTest>(provider => provider.GetRequiredService<EmailService>());
    }
}
