using InstituteCms.Kernel.Headless;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Programs, scopes, authorizations and tokens as documents.</summary>
[Feature("OrchardCore.OpenId")]
public sealed class OpenIdStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<OpenIdMigrations>();
        services.AddIndexProvider<OpenIdIndexProvider<OpenIdApplication>>();
        services.AddIndexProvider<OpenIdIndexProvider<OpenIdScope>>();
        services.AddIndexProvider<OpenIdIndexProvider<OpenIdAuthorization>>();
        services.AddIndexProvider<OpenIdIndexProvider<OpenIdToken>>();
        services.AddOpenIddict().AddCore(core => core
            .SetDefaultApplicationEntity<OpenIdApplication>()
            .SetDefaultScopeEntity<OpenIdScope>()
            .SetDefaultAuthorizationEntity<OpenIdAuthorization>()
            .SetDefaultTokenEntity<OpenIdToken>()
            .ReplaceApplicationStore<OpenIdApplication, OpenIdApplicationStore>(ServiceLifetime.Scoped)
            .ReplaceScopeStore<OpenIdScope, OpenIdScopeStore>(ServiceLifetime.Scoped)
            .ReplaceAuthorizationStore<OpenIdAuthorization, OpenIdAuthorizationStore>(ServiceLifetime.Scoped)
            .ReplaceTokenStore<OpenIdToken, OpenIdTokenStore>(ServiceLifetime.Scoped));
        services.AddScoped<OpenIdApplications>();
        services.AddPermissionProvider<OpenIdPermissions>();
        services.AddRecipeExecutionStep<OpenIdApplicationStep>();
        services.AddRecipeExecutionStep<OpenIdScopeStep>();
    }
}

/// <summary>Gives tokens out.</summary>
[Feature("OrchardCore.OpenId.Server")]
public sealed class OpenIdServerStartup : StartupBase
{
    private static readonly TimeSpan _accessTokenLifetime = TimeSpan.FromMinutes(20);

    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddOpenIddict().AddServer(server => server
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetIntrospectionEndpointUris("connect/introspect")
            .SetRevocationEndpointUris("connect/revoke")
            .AllowClientCredentialsFlow()
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .SetAccessTokenLifetime(_accessTokenLifetime) // Somebody whose roles changed keeps the old ones for no longer.
            .RegisterScopes(OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Roles)
            .UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough());
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, OpenIdKeys>();
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IShellConfiguration>((options, configuration) =>
            options.DisableTransportSecurityRequirement = configuration.GetValue("InstituteCms_OpenId:AllowHttp", false));
        services.AddSingleton<IBackgroundTask, OpenIdCleaningTask>();
        services.AddRecipeExecutionStep<OpenIdServerSettingsStep>();
    }
}

/// <summary>Takes the tokens that this site has given out.</summary>
[Feature("OrchardCore.OpenId.Validation")]
public sealed class OpenIdValidationStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddOpenIddict().AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.EnableTokenEntryValidation(); // One that was revoked is worth nothing from then on.
            validation.UseAspNetCore();
        });
        services.PostConfigureAll<ApiAuthorizationOptions>(options => options.ApiAuthenticationScheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    }
}
