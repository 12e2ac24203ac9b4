using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using Xunit;
using YesSql;

namespace InstituteCms.Kernel.Tests.Content;

public sealed class ContentManagerTests
{
    [Fact]
    public async Task A_new_item_is_published_with_path_and_stamps_and_is_not_updated()
    {
        await using var tenant = await ContentTenant.StartAsync();
        var id = await tenant.PublishTalkAsync("On Trees");

        await tenant.UsingContentAsync(async content =>
        {
            var item = await content.GetAsync(id);
            Assert.Equal(("On Trees", true, true), (item.DisplayText, item.Published, item.Latest));
            Assert.Equal((ContentTenant.Now, ContentTenant.Now), (item.CreatedUtc, item.PublishedUtc));
            Assert.Equal("on-trees", item.GetOrCreate<AutoroutePart>().Path);
        });
        await tenant.UsingAsync((IServiceProvider services) =>
        {
            Assert.Equal(["creating", "created", "published"], services.GetRequiredService<Heard>());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_draft_leaves_the_published_version_until_it_is_published()
    {
        await using var tenant = await ContentTenant.StartAsync();
        var id = await tenant.PublishTalkAsync("One");
        await tenant.UsingContentAsync(async content =>
        {
            var draft = await content.GetAsync(id, VersionOptions.DraftRequired);
            draft.Alter<TalkPart>(part => part.Abstract = "new");
            await content.SaveDraftAsync(draft);
        });

        await tenant.UsingContentAsync(async content =>
        {
            Assert.Null((await content.GetAsync(id)).GetOrCreate<TalkPart>().Abstract);
            var draft = await content.GetAsync(id, VersionOptions.Draft);
            Assert.Equal("new", draft.GetOrCreate<TalkPart>().Abstract);
            Assert.True(await content.PublishAsync(draft));
        });

        await tenant.UsingAsync(async (IServiceProvider services) =>
        {
            var content = services.GetRequiredService<IContentManager>();
            Assert.Equal("new", (await content.GetAsync(id)).GetOrCreate<TalkPart>().Abstract);
            Assert.Null(await content.GetAsync(id, VersionOptions.Draft));
            Assert.Equal(2, (await content.GetAllVersionsAsync(id)).Count());
            var session = services.GetRequiredService<ISession>();
            Assert.Equal(1, await session.QueryIndex<ContentItemIndex>(x => x.Published && x.Latest).CountAsync(TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public async Task Removal_keeps_the_rows_and_shows_nothing()
    {
        await using var tenant = await ContentTenant.StartAsync();
        var id = await tenant.PublishTalkAsync("One");
        await tenant.UsingContentAsync(async content => Assert.True(await content.RemoveAsync(await content.GetAsync(id))));

        await tenant.UsingContentAsync(async content =>
        {
            Assert.Null(await content.GetAsync(id, VersionOptions.Latest));
            Assert.Single(await content.GetAllVersionsAsync(id));
        });
    }

    [Fact]
    public async Task The_same_title_gets_another_path()
    {
        await using var tenant = await ContentTenant.StartAsync();
        await tenant.PublishTalkAsync("One");
        var second = await tenant.PublishTalkAsync("One");

        await tenant.UsingContentAsync(async content => Assert.Equal("one-1", (await content.GetAsync(second)).GetOrCreate<AutoroutePart>().Path));
    }

    [Fact]
    public async Task Import_is_keyed_by_version_and_evicts_the_former_one()
    {
        await using var tenant = await ContentTenant.StartAsync();
        var id = await tenant.PublishTalkAsync("One");
        ContentItem Imported(string text) => new ContentItem
        {
            ContentItemId = id, ContentItemVersionId = "4imported", ContentType = "Talk", Published = true, Latest = true, Owner = "u", DisplayText = "One",
        }.Alter<TalkPart>(part => part.Abstract = text);

        foreach (var text in new[] { "first", "second" })
        {
            await tenant.UsingContentAsync(content => content.ImportAsync([Imported(text)]));
        }

        await tenant.UsingContentAsync(async content =>
        {
            var item = await content.GetAsync(id);
            Assert.Equal(("4imported", "second", "u"), (item.ContentItemVersionId, item.GetOrCreate<TalkPart>().Abstract, item.Owner));
            Assert.Equal(2, (await content.GetAllVersionsAsync(id)).Count());
            await Assert.ThrowsAsync<ValidationException>(() => content.ImportAsync([Imported("bad")]));
        });
        await tenant.UsingContentAsync(async content => Assert.Equal("second", (await content.GetAsync(id)).GetOrCreate<TalkPart>().Abstract));
    }

    [Fact]
    public async Task Second_events_run_in_reverse_and_a_failing_handler_stops_nobody()
    {
        await using var tenant = await ContentTenant.StartAsync(services => services
            .AddScoped<IContentHandler>(p => new Named("a", p.GetRequiredService<Heard>()))
            .AddScoped<IContentHandler>(p => new Named("b", p.GetRequiredService<Heard>())));
        await tenant.PublishTalkAsync("One");

        await tenant.UsingAsync((IServiceProvider services) =>
        {
            Assert.Equal(["a creating", "b creating", "b created", "a created"], services.GetRequiredService<Heard>().Where(h => h.Contains(' ')));
            return Task.CompletedTask;
        });
    }

    private sealed class Named(string name, Heard heard) : ContentHandlerBase
    {
        public override Task CreatingAsync(CreateContentContext context)
        {
            heard.Add(name + " creating");
            throw new InvalidOperationException("Ignore me.");
        }

        public override Task CreatedAsync(CreateContentContext context)
        {
            heard.Add(name + " created");
            return Task.CompletedTask;
        }
    }
}
