using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;

namespace InstituteCms.Kernel.Security;

/// <summary>Who somebody is and what they may do.</summary>
public sealed class SecurityStartup : StartupBase
{
    /// <inheritdoc />
    public override int ConfigureOrder => OrchardCoreConstants.ConfigureOrder.Authentication;

    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        AddPermissions(services);
        AddUsers(services);
        AddAdmin(services);
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        app.UseAuthentication().UseAuthorization();

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<RoleService>();
        services.AddPermissionProvider<CorePermissions>();
    }

    private static void AddUsers(IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddAntiforgery();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme); // Never set; being signed out by force clears it.
        services.AddIdentityCore<IUser>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddSignInManager<EnabledUserSignIn>()
            .AddTokenProvider<DataProtectorTokenProvider<IUser>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<IUser>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<IUser>, UserStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<IUser>, UserClaims>();
        services.AddScoped<UserSetup>();
        services.AddIndexProvider<UserIndexProvider>();
        services.AddDataMigration<SecurityMigrations>();

        services.AddTransient<IConfigureOptions<IdentityOptions>, AccountRules>();
        services.AddTransient<IConfigureOptions<SecurityStampValidatorOptions>, AccountRules>();
        services.AddTransient<IConfigureOptions<DataProtectionOptions>, TenantSecurity>();
        services.AddTransient<IConfigureOptions<KeyManagementOptions>, TenantSecurity>();
        services.AddTransient<IConfigureOptions<AntiforgeryOptions>, TenantSecurity>();
        services.AddTransient<IConfigureOptions<CookieAuthenticationOptions>, TenantSecurity>();
    }

    private static void AddAdmin(IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().Configure<IShellConfiguration>((options, configuration) => configuration.GetSection("OrchardCore_Admin").Bind(options));
        services.AddTransient<IConfigureOptions<MvcOptions>, AdminMvc>();
    }
}
