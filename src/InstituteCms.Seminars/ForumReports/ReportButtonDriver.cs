using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;

namespace InstituteCms.ForumReports;

/// <summary>What the way to a report has to know.</summary>
public class ReportButtonViewModel
{
    public string EventId { get; set; } = "";
}

/// <summary>Leads from an event that is over, in the content list, to its report or to a new one.</summary>
public sealed class ReportButtonDriver : ContentDisplayDriver
{
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;
    private readonly IClock _clock;

    public ReportButtonDriver(IAuthorizationService authorization, IHttpContextAccessor httpContext, IClock clock)
    {
        _authorization = authorization;
        _httpContext = httpContext;
        _clock = clock;
    }

    public override bool CanHandleModel(ContentItem model) =>
        model.ContentType == SeminarTypes.Event && model.GetOrCreate<EventPart>().IsOver(_clock.UtcNow);

    public override IDisplayResult Display(ContentItem model, BuildDisplayContext context) =>
        Initialize<ReportButtonViewModel>("Report_SummaryAdmin", shape => shape.EventId = model.ContentItemId)
            .RenderWhen(() => _authorization.AuthorizeAsync(_httpContext.HttpContext!.User, CommonPermissions.EditContent, model))
            .Location("SummaryAdmin", "ActionsMenu:4");
}
