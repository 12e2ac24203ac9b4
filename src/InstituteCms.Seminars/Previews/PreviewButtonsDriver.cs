using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Previews;

/// <summary>What the ways to a preview have to know.</summary>
public class PreviewButtonViewModel
{
    public string ContentItemId { get; set; } = "";
}

/// <summary>Leads to the preview, from the editor and from the content list.</summary>
public sealed class PreviewButtonsDriver : ContentDisplayDriver
{
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;

    public PreviewButtonsDriver(IAuthorizationService authorization, IHttpContextAccessor httpContext)
    {
        _authorization = authorization;
        _httpContext = httpContext;
    }

    public override bool CanHandleModel(ContentItem model) => SeminarTypes.All.Contains(model.ContentType);

    public override IDisplayResult Display(ContentItem model, BuildDisplayContext context) =>
        Button("Preview_SummaryAdmin", model).Location("SummaryAdmin", "ActionsMenu:5");

    public override IDisplayResult Edit(ContentItem model, BuildEditorContext context) => Button("Preview_Button", model).Location("Actions:20");

    private ShapeResult Button(string shapeType, ContentItem item) =>
        Initialize<PreviewButtonViewModel>(shapeType, shape => shape.ContentItemId = item.ContentItemId)
            .RenderWhen(() => _authorization.AuthorizeAsync(_httpContext.HttpContext!.User, CommonPermissions.PreviewContent, item));
}
