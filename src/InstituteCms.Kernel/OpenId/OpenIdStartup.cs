using System.Net.Sockets;
using System.Threading.RateLimiting;
using InstituteCms.Kernel.Headless;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OrchardCore;
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
        services.AddScoped<OpenIdHolders>();
        services.AddPermissionProvider<OpenIdPermissions>();
        services.AddRecipeExecutionStep<OpenIdApplicationStep>();
        services.AddRecipeExecutionStep<OpenIdScopeStep>();
    }
}

/// <summary>Gives tokens out.</summary>
[Feature("OrchardCore.OpenId.Server")]
public sealed class OpenIdServerStartup : StartupBase
{
    private const int RequestsPerAddressAndMinute = 120;

    private static readonly TimeSpan _accessTokenLifetime = TimeSpan.FromMinutes(20);

    /// <summary>Before authentication, which is where OpenIddict answers.</summary>
    public override int ConfigureOrder => OrchardCoreConstants.ConfigureOrder.Authentication - 1;

    /// <summary>Bounds what guessing secrets and asking for tokens in a loop can cost, in each process for itself.</summary>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => app.UseRateLimiter(new()
    {
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        },
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetFixedWindowLimiter(NetworkOf(http), _ => new() { PermitLimit = RequestsPerAddressAndMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("everything else")),
    });

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
            .SetAccessTokenLifetime(_accessTokenLifetime) // What they may is looked up at each use; a token that was lost is good for no longer.
            .RegisterScopes(OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Roles, OpenIddictConstants.Scopes.OfflineAccess)
            .Configure(Narrow)
            .AddEventHandler<OpenIddictServerEvents.HandleConfigurationRequestContext>(handler => handler.UseScopedHandler<OpenIdDiscovery>().SetOrder(int.MaxValue))
            .UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough());
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, OpenIdKeys>();
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IShellConfiguration>((options, configuration) =>
            options.DisableTransportSecurityRequirement = configuration.GetValue("InstituteCms_OpenId:AllowHttp", false));
        services.AddSingleton<IBackgroundTask, OpenIdCleaningTask>();
        services.AddRecipeExecutionStep<OpenIdServerSettingsStep>();
    }

    /// <summary>The address, of IPv6 the /64.</summary>
    private static string NetworkOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        var address => address.MapToIPv4().ToString(),
    };

    /// <summary>Says no to proofs that prove nothing (<c>plain</c>), and to what nothing here does: answers in other ways than in the address, and signing in anew or as somebody else on demand.</summary>
    private static void Narrow(OpenIddictServerOptions options)
    {
        options.CodeChallengeMethods.IntersectWith([OpenIddictConstants.CodeChallengeMethods.Sha256]);
        options.ResponseModes.IntersectWith([OpenIddictConstants.ResponseModes.Query]);
        options.PromptValues.IntersectWith([OpenIddictConstants.PromptValues.None, OpenIddictConstants.PromptValues.Consent]);
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
            validation.EnableTokenEntryValidation(); // One that was revoked is worth nothing from then on,
            validation.EnableAuthorizationEntryValidation(); // nor is one whose owner takes back their yes.
            validation.UseAspNetCore();
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, OpenIdAuthentication>(OpenIdAuthentication.SchemeName, null);
        services.AddRecipeExecutionStep<OpenIdValidationSettingsStep>();
        services.PostConfigureAll<ApiAuthorizationOptions>(options => options.ApiAuthenticationScheme = OpenIdAuthentication.SchemeName);
    }
}
