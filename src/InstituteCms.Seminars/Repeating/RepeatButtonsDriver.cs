using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Repeating;

/// <summary>What the ways to the next term have to know.</summary>
public class RepeatButtonViewModel
{
    public string ContentItemId { get; set; } = "";
}

/// <summary>Leads from an event to the next term, from the editor and from the content list.</summary>
public sealed class RepeatButtonsDriver : ContentDisplayDriver
{
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;

    public RepeatButtonsDriver(IAuthorizationService authorization, IHttpContextAccessor httpContext)
    {
        _authorization = authorization;
        _httpContext = httpContext;
    }

    public override bool CanHandleModel(ContentItem model) => model.ContentType == SeminarTypes.Event;

    public override IDisplayResult Display(ContentItem model, BuildDisplayContext context) =>
        Button("Repeat_SummaryAdmin", model).Location("SummaryAdmin", "ActionsMenu:6");

    public override IDisplayResult? Edit(ContentItem model, BuildEditorContext context) =>
        context.IsNew ? null : Button("Repeat_Button", model).Location("Sidebar:80");

    private ShapeResult Button(string shapeType, ContentItem item) =>
        Initialize<RepeatButtonViewModel>(shapeType, shape => shape.ContentItemId = item.ContentItemId)
            .RenderWhen(() => _authorization.AuthorizeAsync(_httpContext.HttpContext!.User, CommonPermissions.CloneContent, item));
}
