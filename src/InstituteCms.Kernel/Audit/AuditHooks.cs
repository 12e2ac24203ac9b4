using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Audit;

/// <summary>Writes down what becomes of content. An import is one act, not one for each item.</summary>
internal sealed class AuditContentHandler : ContentHandlerBase
{
    private readonly AuditTrail _audit;
    private bool _importing;

    public AuditContentHandler(AuditTrail audit) => _audit = audit;

    public override Task ImportingAsync(ImportContentContext context)
    {
        _importing = true;
        return Task.CompletedTask;
    }

    public override Task ImportedAsync(ImportContentContext context)
    {
        _importing = false;
        return Task.CompletedTask;
    }

    public override Task PublishedAsync(PublishContentContext context) => RecordAsync(AuditActions.Published, context.ContentItem);

    public override Task UnpublishedAsync(PublishContentContext context) => RecordAsync(AuditActions.Unpublished, context.ContentItem);

    public override Task DraftSavedAsync(SaveDraftContentContext context) => RecordAsync(AuditActions.DraftSaved, context.ContentItem);

    public override Task RemovedAsync(RemoveContentContext context) =>
        RecordAsync(context.NoActiveVersionLeft ? AuditActions.Deleted : AuditActions.DraftDiscarded, context.ContentItem);

    public override Task ClonedAsync(CloneContentContext context) => RecordAsync(AuditActions.Copied, context.ContentItem);

    private Task RecordAsync(string action, ContentItem item) => _importing || !_audit.IsFollowing
        ? Task.CompletedTask
        : _audit.RecordAsync(action, item.ContentItemId, item.DisplayText, item.ContentType);
}

/// <summary>Writes down every file that the admin makes: whoever takes data out of the site is known.</summary>
internal sealed class AuditExports : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is FileResult { FileDownloadName: { Length: > 0 } file } && AdminAttribute.IsApplied(context.HttpContext))
        {
            var services = context.HttpContext.RequestServices;
            var itemId = (context.RouteData.Values["eventId"] ?? context.RouteData.Values["contentItemId"])?.ToString();
            var item = itemId is null ? null : await services.GetRequiredService<IContentManager>().GetAsync(itemId, VersionOptions.Latest);
            await services.GetRequiredService<AuditTrail>().RecordAsync(AuditActions.Exported, itemId, item?.DisplayText ?? file, file);
        }

        await next();
    }
}

/// <summary>
/// Writes down every link by which an item is shown to people without an account, whichever module's admin pages make it: actions of the names
/// <c>Link</c> and <c>Revoke</c> on an item, when they lead back to its page.
/// </summary>
internal sealed class AuditLinks : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        var action = context.RouteData.Values["action"] switch { "Link" => AuditActions.LinkMade, "Revoke" => AuditActions.LinkEnded, _ => null };
        if (action is not null && done.Result is RedirectToActionResult && HttpMethods.IsPost(context.HttpContext.Request.Method)
            && AdminAttribute.IsApplied(context.HttpContext) && context.RouteData.Values["contentItemId"] is string id)
        {
            var services = context.HttpContext.RequestServices;
            var item = await services.GetRequiredService<IContentManager>().GetAsync(id, VersionOptions.Latest);
            await services.GetRequiredService<AuditTrail>().RecordAsync(action, id, item?.DisplayText, item?.ContentType);
        }
    }
}

/// <summary>
/// Writes down that somebody looked for a person in everything the site keeps, whichever module's admin pages do it: actions of the name
/// <c>FindPerson</c>. For whom is nobody's business here.
/// </summary>
internal sealed class AuditSearches : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        if (context.RouteData.Values["action"] is "FindPerson" && done.Result is ViewResult && AdminAttribute.IsApplied(context.HttpContext))
        {
            await context.HttpContext.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(AuditActions.PersonSearched);
        }
    }
}

/// <summary>
/// Writes down what was done with many registrants of an event at once, whichever module's admin pages do it: actions of the names <c>Import</c> and
/// <c>Write</c> on an event, which leave their counts among the request's items. Who they are, and what was written, is nobody's business here.
/// </summary>
internal sealed class AuditCounts : IAsyncActionFilter
{
    private const string Counts = "AuditCounts";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await next();
        var http = context.HttpContext;
        var action = context.RouteData.Values["action"] switch { "Import" => AuditActions.RegistrationsImported, "Write" => AuditActions.RegistrantsWrittenTo, _ => null };
        if (action is not null && http.Items[Counts] is string counts && context.RouteData.Values["eventId"] is string id && AdminAttribute.IsApplied(http))
        {
            var item = await http.RequestServices.GetRequiredService<IContentManager>().GetAsync(id, VersionOptions.Latest);
            await http.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(action, id, item?.DisplayText, counts);
        }
    }
}

/// <summary>Writes down which settings changed; their values are nobody's business here.</summary>
internal static class AuditSettings
{
    public static async Task RecordAsync(ISiteService sites, ISite after)
    {
        if (ShellScope.Services?.GetService<AuditTrail>() is not { IsFollowing: true } audit)
        {
            return;
        }

        var names = string.Join(", ", Changes(await sites.GetSiteSettingsAsync(), after));
        if (names.Length > 0)
        {
            await audit.RecordAsync(AuditActions.SettingsChanged, subject: after.SiteName, detail: names);
        }
    }

    public static IEnumerable<string> Changes(ISite before, ISite after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return old.Keys.Union(now.Keys).Where(name => !JsonNode.DeepEquals(old.GetValueOrDefault(name), now.GetValueOrDefault(name))).Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, JsonNode?> Flat(ISite site)
    {
        var values = JsonSerializer.SerializeToNode(site, site.GetType(), DocumentJson.Options)!.AsObject();
        return values.Where(value => value.Key is not ("Id" or "Properties" or "SiteSalt"))
            .Concat(values["Properties"]?.AsObject() ?? [])
            .ToDictionary(value => value.Key, value => value.Value);
    }
}
