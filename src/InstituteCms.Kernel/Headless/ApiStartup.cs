using InstituteCms.Kernel.Headless.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Headless;

/// <summary>Who a program is.</summary>
public sealed class ApiStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<ApiAuthorizationOptions, ApiAuthentication>(ApiAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenAuthentication>(AccessTokenAuthentication.SchemeName, null);
        services.AddScoped<AccessTokens>();
        services.AddIndexProvider<AccessTokenIndexProvider>();
        services.AddDataMigration<AccessTokenMigrations>();
    }
}
