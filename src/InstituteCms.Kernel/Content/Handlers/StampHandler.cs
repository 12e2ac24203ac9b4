using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Content;

/// <summary>Writes down when an item changed and who changed it.</summary>
internal sealed class StampHandler : ContentHandlerBase
{
    private readonly IClock _clock;
    private readonly IHttpContextAccessor _http;

    public StampHandler(IClock clock, IHttpContextAccessor http)
    {
        _clock = clock;
        _http = http;
    }

    private ClaimsPrincipal? User => _http.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;

    public override Task CreatingAsync(CreateContentContext context)
    {
        var item = context.ContentItem;
        item.CreatedUtc ??= _clock.UtcNow;
        item.ModifiedUtc = _clock.UtcNow;
        item.Owner ??= User?.FindFirstValue(ClaimTypes.NameIdentifier);
        item.Author ??= User?.Identity?.Name;
        return Task.CompletedTask;
    }

    public override Task InitializingAsync(InitializingContentContext context)
    {
        context.ContentItem.Owner = User?.FindFirstValue(ClaimTypes.NameIdentifier);
        context.ContentItem.Author = User?.Identity?.Name;
        return Task.CompletedTask;
    }

    public override Task UpdatingAsync(UpdateContentContext context)
    {
        context.ContentItem.ModifiedUtc = _clock.UtcNow;
        context.ContentItem.Author = User?.Identity?.Name ?? context.ContentItem.Author;
        return Task.CompletedTask;
    }

    public override Task VersioningAsync(VersionContentContext context)
    {
        var (existing, draft) = (context.ContentItem, context.BuildingContentItem);
        draft.CreatedUtc = existing.CreatedUtc ?? _clock.UtcNow;
        draft.PublishedUtc = existing.PublishedUtc;
        draft.ModifiedUtc = _clock.UtcNow;
        draft.Owner = existing.Owner;
        draft.Author = User?.Identity?.Name ?? existing.Author;
        return Task.CompletedTask;
    }

    public override Task PublishingAsync(PublishContentContext context)
    {
        context.ContentItem.CreatedUtc ??= _clock.UtcNow;
        context.ContentItem.PublishedUtc = _clock.UtcNow;
        return Task.CompletedTask;
    }

    public override Task UnpublishedAsync(PublishContentContext context)
    {
        context.PreviousItem.PublishedUtc = null;
        context.ContentItem.PublishedUtc = null;
        return Task.CompletedTask;
    }
}

/// <summary>Where items are shown and edited by default.</summary>
internal sealed class ContentRoutesHandler : ContentHandlerBase
{
    public override Task GetContentItemAspectAsync(ContentItemAspectContext context) => context.ForAsync<ContentItemMetadata>(metadata =>
    {
        var item = context.ContentItem;
        metadata.DisplayRouteValues ??= Route("Item", "Display", item);
        metadata.EditorRouteValues ??= Route("Admin", "Edit", item);
        metadata.AdminRouteValues ??= Route("Admin", "Edit", item);
        metadata.RemoveRouteValues ??= Route("Admin", "Remove", item);
        metadata.CreateRouteValues ??= new RouteValueDictionary { ["area"] = "OrchardCore.Contents", ["controller"] = "Admin", ["action"] = "Create", ["id"] = item.ContentType };
        return Task.CompletedTask;
    });

    private static RouteValueDictionary Route(string controller, string action, ContentItem item) => new()
    {
        ["area"] = "OrchardCore.Contents",
        ["controller"] = controller,
        ["action"] = action,
        ["contentItemId"] = item.ContentItemId,
    };
}
