using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Security;
using InstituteCms.Kernel.Settings;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Tests.Security;

public sealed class LockoutTests
{
    private const string Password = "Correct horse battery 1";

    [Fact]
    public async Task Five_wrong_passwords_lock_out_and_the_right_one_does_not_open()
    {
        await using var tenant = await StartAsync();

        for (var i = 0; i < 5; i++)
        {
            await TryAsync(tenant, "wrong");
        }

        Assert.True((await TryAsync(tenant, Password)).IsLockedOut);
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not_lock_out()
    {
        await using var tenant = await StartAsync();

        for (var i = 0; i < 4; i++)
        {
            await TryAsync(tenant, "wrong");
        }

        Assert.True((await TryAsync(tenant, Password)).Succeeded);
    }

    [Fact]
    public async Task Somebody_switched_off_is_not_let_in()
    {
        await using var tenant = await StartAsync();
        await tenant.UsingAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = (User)(await users.FindByNameAsync("ada"))!;
            user.IsEnabled = false;
            await users.UpdateAsync(user);
        });

        Assert.True((await TryAsync(tenant, Password)).IsNotAllowed);
    }

    [Fact]
    public async Task A_short_password_makes_no_administrator()
    {
        await using var tenant = await StartAsync();

        await tenant.UsingAsync(async services => Assert.NotEmpty(
            await services.GetRequiredService<UserSetup>().CreateAdministratorAsync("bob", "bob@example.org", "short")));
    }

    [Fact]
    public async Task A_password_of_the_sites_own_name_makes_no_administrator()
    {
        await using var tenant = await StartAsync();

        await tenant.UsingAsync(async services => Assert.NotEmpty(
            await services.GetRequiredService<UserSetup>().CreateAdministratorAsync("bob", "bob@example.org", "Bob bob password")));
    }

    private static async Task<DataTenant> StartAsync()
    {
        var tenant = DataTenant.Create(null, services =>
        {
            services.AddLocalization();
            services.AddSingleton<IHttpContextAccessor, HttpContextAccessor>();
            new SettingsStartup().ConfigureServices(services);
            new SecurityStartup().ConfigureServices(services);
        });
        await tenant.UsingAsync(services => services.GetRequiredService<DataMigrationManager>().UpdateAsync());
        await tenant.UsingAsync(async services => Assert.Empty(
            await services.GetRequiredService<UserSetup>().CreateAdministratorAsync("ada", "ada@example.org", Password)));
        return tenant;
    }

    private static async Task<SignInResult> TryAsync(DataTenant tenant, string password)
    {
        SignInResult result = SignInResult.Failed;
        await tenant.UsingAsync(async services =>
        {
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
            var user = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync("ada");
            result = await services.GetRequiredService<SignInManager<IUser>>().CheckPasswordSignInAsync(user!, password, lockoutOnFailure: true);
        });
        return result;
    }
}
