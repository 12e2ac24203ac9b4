using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Registrations;

/// <summary>What the button to an event's registrations has to know.</summary>
public class EventRegistrationsViewModel
{
    public string EventId { get; set; } = "";

    public int SeatsTaken { get; set; }

    public int? Capacity { get; set; }
}

/// <summary>Puts a button to its registrations beside each event in the admin's lists.</summary>
public sealed class EventRegistrationsDisplayDriver : ContentDisplayDriver
{
    private readonly ISeatCounter _seats;
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;

    public EventRegistrationsDisplayDriver(ISeatCounter seats, IAuthorizationService authorization, IHttpContextAccessor httpContext)
    {
        _seats = seats;
        _authorization = authorization;
        _httpContext = httpContext;
    }

    public override bool CanHandleModel(ContentItem model) => model.TryGet<RegistrationPart>(out var part) && part.Enabled;

    public override IDisplayResult Display(ContentItem model, BuildDisplayContext context) =>
        Initialize<EventRegistrationsViewModel>("EventRegistrations_SummaryAdmin", async shape =>
        {
            shape.EventId = model.ContentItemId;
            shape.SeatsTaken = (await _seats.CountAsync(model.ContentItemId)).Total;
            shape.Capacity = model.GetOrCreate<RegistrationPart>().AllSeats(model.GetOrCreate<EventPart>());
        })
        .Location("SummaryAdmin", "Actions:20")
        .RenderWhen(() => _authorization.AuthorizeAsync(_httpContext.HttpContext!.User, RegistrationPermissions.ViewRegistrations, model));
}
