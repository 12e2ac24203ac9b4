using System.Text.Encodings.Web;
using Fluid.Values;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Content.Autoroute;
using InstituteCms.Kernel.Content.Title;
using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Liquid;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Title.Models;

namespace InstituteCms.Kernel.Tests.Content;

public enum TalkMood
{
    Calm,
    Lively,
}

public sealed class TalkPart : ContentPart
{
    public string? Abstract { get; set; }

    public TalkMood Mood { get; set; }

    public TalkRoom? Room { get; set; }
}

public sealed class TalkRoom
{
    public string? Name { get; set; }
}

/// <summary>A tenant with a versionable type Talk (title, path, TalkPart) that writes down the events it hears.</summary>
internal static class ContentTenant
{
    public static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static async Task<DataTenant> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var tenant = DataTenant.Create(null, services =>
        {
            services.AddSingleton<IClock, FixedClock>();
            services.AddSingleton(TimeProvider.System);
            services.AddHttpContextAccessor();
            services.AddLocalization();
            services.AddRouting();
            services.AddSingleton<ILiquidTemplateManager, SlugLiquid>();
            services.TryAddScoped<ISiteService, NoSites>();
            new ContentStartup().ConfigureServices(services);
            new TitleStartup().ConfigureServices(services);
            new AutorouteStartup().ConfigureServices(services);
            services.AddContentPart<TalkPart>().AddHandler<TalkHandler>();
            services.AddSingleton<Heard>();
            configure?.Invoke(services);
        });
        await tenant.UsingAsync(services => services.GetRequiredService<DataMigrationManager>().UpdateAsync());
        await tenant.UsingAsync(services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Talk", type => type
            .WithDisplayName("A talk").Draftable().Versionable().Securable()
            .WithPart("TitlePart").WithPart("AutoroutePart").WithPart<TalkPart>(part => part.WithPosition("2"))));
        return tenant;
    }

    public static async Task<ContentItem> NewTalkAsync(this IContentManager content, string title)
    {
        var item = await content.NewAsync("Talk");
        item.Alter<TitlePart>(part => part.Title = title);
        return item;
    }

    public static async Task<string> PublishTalkAsync(this DataTenant tenant, string title)
    {
        var id = "";
        await tenant.UsingContentAsync(async content =>
        {
            var item = await content.NewTalkAsync(title);
            await content.CreateAsync(item);
            id = item.ContentItemId;
        });
        return id;
    }

    public static Task UsingContentAsync(this DataTenant tenant, Func<IContentManager, Task> work) =>
        tenant.UsingAsync((IServiceProvider services) => work(services.GetRequiredService<IContentManager>()));

    private sealed class FixedClock : IClock
    {
        public DateTime UtcNow => Now;
    }

    /// <summary>Stands in for Liquid: every pattern is the slug of the display text.</summary>
    private sealed class SlugLiquid : ILiquidTemplateManager
    {
        public Task<string> RenderStringAsync(string template, TextEncoder encoder, object model, IEnumerable<KeyValuePair<string, FluidValue>> properties) =>
            Task.FromResult(((PatternModel)model).ContentItem.DisplayText.ToLowerInvariant().Replace(' ', '-'));

        public Task<IHtmlContent> RenderHtmlContentAsync(string template, TextEncoder encoder, object model, IEnumerable<KeyValuePair<string, FluidValue>> properties) =>
            throw new NotSupportedException();

        public bool Validate(string template, out IEnumerable<string> errors) => throw new NotSupportedException();
    }

    private sealed class NoSites : ISiteService
    {
        public Task<ISite> GetSiteSettingsAsync() => throw new NotSupportedException();

        public Task<ISite> LoadSiteSettingsAsync() => throw new NotSupportedException();

        public Task UpdateSiteSettingsAsync(ISite site) => throw new NotSupportedException();
    }
}

internal sealed class Heard : List<string>;

internal sealed class TalkHandler(Heard heard) : ContentPartHandler<TalkPart>
{
    public override Task CreatingAsync(CreateContentContext context, TalkPart part) => HearAsync("creating");

    public override Task CreatedAsync(CreateContentContext context, TalkPart part) => HearAsync("created");

    public override Task UpdatedAsync(UpdateContentContext context, TalkPart part) => HearAsync("updated");

    public override Task PublishedAsync(PublishContentContext context, TalkPart part) => HearAsync("published");

    public override Task ImportedAsync(ImportContentContext context, TalkPart part) => HearAsync("imported");

    public override Task ValidatingAsync(ValidateContentContext context, TalkPart part)
    {
        if (part.Abstract is "bad")
        {
            context.Fail("Not this.", "TalkPart.Abstract");
        }

        return Task.CompletedTask;
    }

    private Task HearAsync(string what)
    {
        heard.Add(what);
        return Task.CompletedTask;
    }
}
