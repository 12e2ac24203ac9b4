#nullable disable
using InstituteCms.Kernel.Background;
using InstituteCms.Kernel.Modules;
using InstituteCms.Kernel.Tenants;
using InstituteCms.Kernel.Tenants.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Puts Orchard Core into a host.</summary>
    public static class ServiceExtensions
    {
        /// <summary>Adds tenants, modules and themes to the host.</summary>
        public static OrchardCoreBuilder AddOrchardCms(this IServiceCollection services)
        {
            services.AddHttpContextAccessor();
            services.AddOptions<TenantDefaults>();
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<ModuleCatalog>();
            services.AddSingleton<DataFolder>();
            services.AddSingleton<ShellSettingsStore>();
            services.AddSingleton<TenantBuilder>();
            services.AddSingleton<TenantHost>();
            services.AddSingleton<ITenantScopes>(provider => provider.GetRequiredService<TenantHost>());
            services.AddSingleton<TenantSetup>();
            services.AddHostedService<AutoSetup>();
            services.AddHostedService<BackgroundTaskService>();
            return new OrchardCoreBuilder(services);
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Puts Orchard Core into a host's pipeline.</summary>
    public static class ApplicationBuilderExtensions
    {
        /// <summary>Hands every request to its tenant; nothing after it runs. <paramref name="configure"/> runs between the tenant's choice and its pipeline.</summary>
        public static IApplicationBuilder UseOrchardCore(this IApplicationBuilder app, Action<IApplicationBuilder> configure = null)
        {
            app.UseMiddleware<TenantMiddleware>();
            configure?.Invoke(app);
            app.Run(TenantMiddleware.RunTenantAsync);
            return app;
        }
    }
}
