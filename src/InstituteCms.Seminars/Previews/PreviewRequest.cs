using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;

namespace InstituteCms.Previews;

/// <summary>Which item's form was sent in this request, also that of a new one.</summary>
public sealed class PreviewRequest : IContentDisplayHandler
{
    /// <summary>What the button “Preview” sends as <c>submit.Save</c>: the draft is saved as by the other.</summary>
    public const string Button = "submit.Preview";

    public string? ContentItemId { get; private set; }

    public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => Task.CompletedTask;

    public Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
    {
        ContentItemId = contentItem.ContentItemId;
        return Task.CompletedTask;
    }
}

/// <summary>Goes on to the preview, once the draft is saved, where the button asked for it.</summary>
public sealed class PreviewAfterSaving : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is RedirectResult or LocalRedirectResult or RedirectToActionResult or RedirectToRouteResult
            && http.Request.HasFormContentType
            && http.Request.Form["submit.Save"] == PreviewRequest.Button
            && http.RequestServices.GetRequiredService<PreviewRequest>().ContentItemId is { } contentItemId)
        {
            context.Result = new RedirectToActionResult("Index", "Preview", new { area = "InstituteCms.Seminars", contentItemId });
        }

        await next();
    }
}
