using System.Text.Json.Nodes;
using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Recipes;
using InstituteCms.Kernel.Recipes.Steps;
using InstituteCms.Kernel.Security;
using InstituteCms.Kernel.Settings;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Models;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Xunit;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Tests.Recipes;

public sealed class UsersStepTests
{
    private const string Moved = "4moved00000000000000000000";

    // Of the password "Correct horse battery 1", as ASP.NET Core Identity hashes it on both foundations.
    private static readonly string _hash = new PasswordHasher<object>().HashPassword(new object(), "Correct horse battery 1");

    [Fact]
    public async Task Somebody_who_comes_keeps_the_password_and_may_come_twice()
    {
        await using var tenant = await StartAsync();

        await RunAsync(tenant, User(Moved, "grace"));
        await RunAsync(tenant, User(Moved, "grace"));

        var grace = Assert.Single(await UsersAsync(tenant), user => user.UserName == "grace");
        Assert.Equal((Moved, "GRACE", true), (grace.UserId, grace.NormalizedUserName, grace.IsEnabled));
        Assert.Equal(["Editor"], grace.RoleNames);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<object>().VerifyHashedPassword(new object(), grace.PasswordHash, "Correct horse battery 1"));
    }

    [Fact]
    public async Task Somebody_of_the_same_name_becomes_the_one_who_comes()
    {
        await using var tenant = await StartAsync();

        await RunAsync(tenant, User(Moved, "ADA"));

        Assert.Equal([Moved], (await UsersAsync(tenant)).Select(user => user.UserId));
    }

    [Fact]
    public async Task Name_of_a_third_is_not_taken()
    {
        await using var tenant = await StartAsync();
        await RunAsync(tenant, User(Moved, "grace"));

        await Assert.ThrowsAsync<RecipeException>(() => RunAsync(tenant, User(Moved, "ada")));

        Assert.Equal(["ada", "grace"], (await UsersAsync(tenant)).Select(user => user.UserName).Order());
    }

    private static JsonObject User(string id, string name) => new()
    {
        ["UserId"] = id,
        ["UserName"] = name,
        ["Email"] = name + "@example.org",
        ["PasswordHash"] = _hash,
        ["IsEnabled"] = true,
        ["RoleNames"] = new JsonArray("Editor"),
    };

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
            await services.GetRequiredService<UserSetup>().CreateAdministratorAsync("ada", "ada@example.org", "Correct horse battery 1")));
        return tenant;
    }

    private static Task RunAsync(DataTenant tenant, JsonObject user) => tenant.UsingAsync(services =>
        new UsersStep(services.GetRequiredService<ISession>(), services.GetRequiredService<UserManager<IUser>>()).ExecuteAsync(
            new RecipeExecutionContext { Name = "Users", Step = new JsonObject { ["name"] = "Users", ["Users"] = new JsonArray(user) } }));

    private static async Task<List<User>> UsersAsync(DataTenant tenant)
    {
        var users = new List<User>();
        await tenant.UsingAsync(async (ISession session) => users.AddRange(await session.Query<User, OrchardCore.Users.Indexes.UserIndex>().ListAsync()));
        return users;
    }
}
