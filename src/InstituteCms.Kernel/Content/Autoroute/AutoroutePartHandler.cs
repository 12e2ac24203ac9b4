using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Liquid;
using OrchardCore.Settings;
using YesSql;

namespace InstituteCms.Kernel.Content.Autoroute;

/// <summary>Gives items their path, keeps paths unique, and tells the tenant's routes when they change.</summary>
internal sealed class AutoroutePartHandler : ContentPartHandler<AutoroutePart>
{
    private readonly IContentDefinitionManager _definitions;
    private readonly ILiquidTemplateManager _liquid;
    private readonly ISession _session;
    private readonly ISiteService _sites;
    private readonly AutorouteEntries _entries;
    private readonly IStringLocalizer S;

    public AutoroutePartHandler(
        IContentDefinitionManager definitions, ILiquidTemplateManager liquid, ISession session, ISiteService sites, AutorouteEntries entries,
        IStringLocalizer<AutoroutePartHandler> localizer)
    {
        _definitions = definitions;
        _liquid = liquid;
        _session = session;
        _sites = sites;
        _entries = entries;
        S = localizer;
    }

    public override Task CreatedAsync(CreateContentContext context, AutoroutePart part) => SetPathAsync(part);

    public override Task UpdatedAsync(UpdateContentContext context, AutoroutePart part) => SetPathAsync(part);

    public override async Task PublishedAsync(PublishContentContext context, AutoroutePart part)
    {
        _entries.ClearAfterCommit();
        if (part is { SetHomepage: true, Disabled: false, Path.Length: > 0 })
        {
            var site = await _sites.LoadSiteSettingsAsync();
            site.HomeRoute = new RouteValueDictionary(ItemRoute.Display(part.ContentItem.ContentItemId));
            part.SetHomepage = false;
            part.Apply();
            await _sites.UpdateSiteSettingsAsync(site);
        }
    }

    public override Task UnpublishedAsync(PublishContentContext context, AutoroutePart part) => ClearAsync();

    public override Task RemovedAsync(RemoveContentContext context, AutoroutePart part) => ClearAsync();

    public override async Task ValidatingAsync(ValidateContentContext context, AutoroutePart part)
    {
        if (string.IsNullOrWhiteSpace(part.Path))
        {
            return;
        }

        if (part.Path == "/")
        {
            context.Fail(S["Your permalink can't be set to the homepage, please use the homepage option instead."], nameof(part.Path));
        }

        if (part.Path.IndexOfAny(AutoroutePart.InvalidCharactersForPath) >= 0 || part.Path.Contains(' ') || part.Path.Contains("//"))
        {
            context.Fail(S["Please do not use any of the following characters in your permalink: {0}. No spaces, or consecutive slashes, are allowed.", string.Join(", ", AutoroutePart.InvalidCharactersForPath)], nameof(part.Path));
        }

        if (part.Path.Length > AutoroutePart.MaxPathLength)
        {
            context.Fail(S["Your permalink is too long. The permalink can only be up to {0} characters.", AutoroutePart.MaxPathLength], nameof(part.Path));
        }

        if (!await IsFreeAsync(part.Path, part.ContentItem.ContentItemId))
        {
            context.Fail(S["Your permalink is already in use."], nameof(part.Path));
        }
    }

    public override async Task CloningAsync(CloneContentContext context, AutoroutePart part)
    {
        var clone = context.CloneContentItem.GetOrCreate<AutoroutePart>();
        clone.Path = string.IsNullOrEmpty(part.Path) ? null : await UniqueAsync(part.Path, context.CloneContentItem.ContentItemId);
        clone.SetHomepage = false;
        context.CloneContentItem.Apply(clone);
    }

    private Task ClearAsync()
    {
        _entries.ClearAfterCommit();
        return Task.CompletedTask;
    }

    private async Task SetPathAsync(AutoroutePart part)
    {
        var item = part.ContentItem;
        var path = part.Path?.TrimStart('/');
        if (string.IsNullOrWhiteSpace(path) && part.Path != "/")
        {
            var settings = await _definitions.GetPartSettingsAsync<AutoroutePartSettings>(item, nameof(AutoroutePart));
            path = string.IsNullOrEmpty(settings.Pattern) ? null : (await PatternText.RenderAsync(_liquid, settings.Pattern, item)).TrimStart('/');
            path = string.IsNullOrEmpty(path) ? null : await UniqueAsync(path, item.ContentItemId);
        }

        if (!string.IsNullOrEmpty(path) && path != part.Path)
        {
            part.Path = path;
            part.Apply();
        }
    }

    private Task<string> UniqueAsync(string path, string contentItemId) =>
        PatternText.MakeUniqueAsync(path, AutoroutePart.MaxPathLength, candidate => IsFreeAsync(candidate, contentItemId));

    private async Task<bool> IsFreeAsync(string path, string contentItemId)
    {
        path = path.Trim('/');
        return await _session.QueryIndex<AutoroutePartIndex>(x => x.Path == path && x.ContentItemId != contentItemId).CountAsync() == 0;
    }
}
