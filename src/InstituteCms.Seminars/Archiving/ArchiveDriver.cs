using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Archiving;

/// <summary>An item and its place in the archive.</summary>
public class ArchiveViewModel
{
    public string ContentItemId { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary><see langword="null"/> where it is not in the archive.</summary>
    public ArchiveEntry? Entry { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>Says in the editor and in the content list what is in the archive, and leads there and back.</summary>
public sealed class ArchiveDriver : ContentDisplayDriver
{
    private readonly Archive _archive;
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _http;

    public ArchiveDriver(Archive archive, IAuthorizationService authorization, IHttpContextAccessor http)
    {
        _archive = archive;
        _authorization = authorization;
        _http = http;
    }

    public override bool CanHandleModel(ContentItem model) => SeminarTypes.All.Contains(model.ContentType);

    public override Task<IDisplayResult> DisplayAsync(ContentItem model, BuildDisplayContext context) => CombineAsync(
        Shape("Archive_Badge", model).Location("SummaryAdmin", "Meta:30"),
        Shape("Archive_SummaryAdmin", model).RenderWhen(() => MayAsync(model)).Location("SummaryAdmin", "ActionsMenu:7"));

    public override Task<IDisplayResult?> EditAsync(ContentItem model, BuildEditorContext context) => Task.FromResult<IDisplayResult?>(context.IsNew ? null : Combine(
        Shape("Archive_Notice", model).Location("Content:0"),
        Shape("Archive_Button", model).RenderWhen(() => MayAsync(model)).Location(model.ContentType == SeminarTypes.Speaker ? "Actions:50" : "Sidebar:90")));

    private ShapeResult Shape(string shapeType, ContentItem item) => Initialize<ArchiveViewModel>(shapeType, async shape =>
    {
        shape.ContentItemId = item.ContentItemId;
        shape.Entry = await _archive.FindAsync(item.ContentItemId);
        shape.ReturnUrl = _http.HttpContext is { } http ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : null;
    });

    private Task<bool> MayAsync(ContentItem item) => _authorization.AuthorizeAsync(_http.HttpContext!.User, CommonPermissions.EditContent, item);
}
