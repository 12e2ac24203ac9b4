using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;

namespace InstituteCms.Kernel.Security;

/// <summary>What keeps tenants apart: keys, cookies and tokens of their own.</summary>
internal sealed class TenantSecurity :
    IConfigureOptions<DataProtectionOptions>, IConfigureOptions<KeyManagementOptions>, IConfigureOptions<AntiforgeryOptions>,
    IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private readonly ShellSettings _tenant;
    private readonly TenantFolder _folder;
    private readonly ILoggerFactory _loggers;

    public TenantSecurity(ShellSettings tenant, TenantFolder folder, ILoggerFactory loggers)
    {
        _tenant = tenant;
        _folder = folder;
        _loggers = loggers;
    }

    public void Configure(DataProtectionOptions options) => options.ApplicationDiscriminator = _tenant.Name;

    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(_folder.Path, "DataProtection-Keys")), _loggers);

    public void Configure(AntiforgeryOptions options)
    {
        options.Cookie.Name = "__orchantiforgery_" + _tenant.Name;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name == IdentityConstants.TwoFactorUserIdScheme || name == IdentityConstants.TwoFactorRememberMeScheme)
        {
            // Between the password and the second factor.
            options.Cookie.Name = (name == IdentityConstants.TwoFactorUserIdScheme ? "orchtwofactor_" : "orchdevice_") + _tenant.Name;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        }

        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        options.Cookie.Name = "orchauth_" + _tenant.Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/Login";
        options.LogoutPath = "/Users/LogOff";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;

        // Signed in, but not allowed: signing in again would not help.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}

/// <summary>Rules against guessing: five tries. What a password has to be, the host says.</summary>
internal sealed class AccountRules : IConfigureOptions<IdentityOptions>, IConfigureOptions<SecurityStampValidatorOptions>
{
    public void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;

        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    /// <summary>Somebody switched off, or whose roles changed, is noticed within a minute.</summary>
    public void Configure(SecurityStampValidatorOptions options) => options.ValidationInterval = TimeSpan.FromMinutes(1);
}
