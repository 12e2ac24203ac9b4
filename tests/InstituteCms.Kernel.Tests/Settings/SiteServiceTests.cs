using InstituteCms.Kernel.Settings;
using InstituteCms.Kernel.Tests.Data;
using OrchardCore.Entities;
using OrchardCore.Localization.Models;
using OrchardCore.Settings;
using Xunit;
using YesSql;

namespace InstituteCms.Kernel.Tests.Settings;

public sealed class SiteServiceTests
{
    [Fact]
    public async Task Settings_are_stored_and_seen_by_readers_after_the_commit()
    {
        await using var tenant = await DataTenant.StartAsync();
        var sites = new SiteService(tenant.Store);
        var before = await sites.GetSiteSettingsAsync();

        await tenant.UsingAsync(async (IServiceProvider _) =>
        {
            var site = await sites.LoadSiteSettingsAsync();
            site.SiteName = "研究所";
            site.HomeRoute = new() { ["Area"] = "Module", ["Controller"] = "Home" };
            site.Put(new LocalizationSettings { DefaultCulture = "ja", SupportedCultures = ["ja"] });
            await sites.UpdateSiteSettingsAsync(site);

            Assert.Same(before, await sites.GetSiteSettingsAsync());
        });

        foreach (var reader in new[] { sites, new SiteService(tenant.Store) })
        {
            var site = await reader.GetSiteSettingsAsync();
            Assert.Equal("研究所", site.SiteName);
            Assert.Equal("Home", site.HomeRoute["controller"]);
            Assert.Equal(["ja"], (await reader.GetSettingsAsync<LocalizationSettings>()).SupportedCultures);
            Assert.Same(site, await reader.GetSiteSettingsAsync());
        }
    }

    [Fact]
    public async Task There_is_one_document_however_often_settings_are_changed()
    {
        await using var tenant = await DataTenant.StartAsync();
        var sites = new SiteService(tenant.Store);

        foreach (var name in new[] { "One", "Two" })
        {
            await tenant.UsingAsync(async (IServiceProvider _) =>
            {
                var site = await sites.LoadSiteSettingsAsync();
                site.SiteName = name;
                await sites.UpdateSiteSettingsAsync(site);
            });
        }

        await using var session = tenant.Store.CreateSession();
        Assert.Equal("Two", Assert.Single(await session.Query<SiteSettings>().ListAsync(TestContext.Current.CancellationToken)).SiteName);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_what_readers_see()
    {
        await using var tenant = await DataTenant.StartAsync();
        var sites = new SiteService(tenant.Store);

        await Assert.ThrowsAsync<InvalidOperationException>(() => tenant.UsingAsync(async (IServiceProvider _) =>
        {
            var site = await sites.LoadSiteSettingsAsync();
            site.SiteName = "Never";
            await sites.UpdateSiteSettingsAsync(site);
            throw new InvalidOperationException();
        }));

        Assert.Null((await sites.GetSiteSettingsAsync()).SiteName);
    }
}
