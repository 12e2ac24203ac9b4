using InstituteCms.Kernel.Content.Autoroute;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;
using Xunit;
using YesSql;

namespace InstituteCms.Kernel.Tests.Content;

public sealed class DefinitionAndRouteTests
{
    [Fact]
    public async Task Altering_merges_and_is_seen_by_the_next_scope()
    {
        await using var tenant = await ContentTenant.StartAsync();
        await AlterAsync(tenant, definitions => definitions.AlterTypeDefinitionAsync("Talk", type => type.Listable().WithPart<TalkPart>(part => part.WithEditor("Big"))));

        await AlterAsync(tenant, async definitions =>
        {
            var type = await definitions.GetTypeDefinitionAsync("Talk");
            Assert.Equal(("A talk", true, true), (type.DisplayName, type.IsListable(), type.IsVersionable()));
            var settings = type.Parts.Single(part => part.Name == "TalkPart").GetSettings<ContentTypePartSettings>();
            Assert.Equal(("2", "Big"), (settings.Position, settings.Editor));
            Assert.NotNull(await definitions.GetPartDefinitionAsync("TalkPart"));
            Assert.DoesNotContain("Creatable", type.Settings.ToJsonString());
        });
    }

    [Fact]
    public async Task A_cancelled_change_is_not_seen()
    {
        await using var tenant = await ContentTenant.StartAsync();
        await tenant.UsingAsync(async (IServiceProvider services) =>
        {
            var definitions = services.GetRequiredService<IContentDefinitionManager>();
            await definitions.DeleteTypeDefinitionAsync("Talk");
            Assert.Null(await definitions.GetTypeDefinitionAsync("Talk"));
            await services.GetRequiredService<ISession>().CancelAsync();
        });

        await AlterAsync(tenant, async definitions => Assert.NotNull(await definitions.GetTypeDefinitionAsync("Talk")));
    }

    [Fact]
    public async Task The_display_route_is_the_path_once_published_and_not_after_removal()
    {
        await using var tenant = await ContentTenant.StartAsync();
        var id = await tenant.PublishTalkAsync("On Trees");
        Assert.Equal("/on-trees?page=2", await LinkAsync(tenant, id));

        await tenant.UsingContentAsync(async content => await content.RemoveAsync(await content.GetAsync(id)));
        Assert.Null(await LinkAsync(tenant, id));
    }

    private static Task AlterAsync(DataTenant tenant, Func<IContentDefinitionManager, Task> work) =>
        tenant.UsingAsync((IServiceProvider services) => work(services.GetRequiredService<IContentDefinitionManager>()));

    private static async Task<string?> LinkAsync(DataTenant tenant, string id)
    {
        string? link = null;
        await tenant.UsingAsync(async (IServiceProvider services) =>
        {
            await services.GetRequiredService<AutorouteEntries>().GetAsync(services.GetRequiredService<ISession>());
            link = services.GetRequiredService<LinkGenerator>().GetPathByRouteValues(
                null, new { area = "OrchardCore.Contents", controller = "Item", action = "Display", contentItemId = id, page = 2 });
        });
        return link;
    }
}
