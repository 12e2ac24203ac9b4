using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Events;

/// <summary>The fields of <see cref="EventListFilter"/> in the content list's form.</summary>
public sealed class EventListFilterDisplayDriver : DisplayDriver<ContentOptionsViewModel>
{
    private readonly EventListChoices _choices;

    public EventListFilterDisplayDriver(EventListChoices choices) => _choices = choices;

    public override bool CanHandleModel(ContentOptionsViewModel model) => model.SelectedContentType is null or "" or SeminarTypes.Event;

    protected override void BuildPrefix(ContentOptionsViewModel model, string htmlFieldPrefix) => Prefix = EventListFilter.Prefix;

    public override IDisplayResult Edit(ContentOptionsViewModel model, BuildEditorContext context) =>
        Initialize<EventListFilterViewModel>("ContentsAdminList_EventFilter", async fields =>
        {
            await context.Updater.TryUpdateModelAsync(fields, EventListFilter.Prefix);
            fields.Choices = await _choices.ReadAsync();
        }).Location("Actions:30");

    /// <summary>Orchard Core's list posts its form and goes on to an address made of the route values.</summary>
    public override async Task<IDisplayResult> UpdateAsync(ContentOptionsViewModel model, UpdateEditorContext context)
    {
        var fields = new EventListFilterViewModel();
        await context.Updater.TryUpdateModelAsync(fields, EventListFilter.Prefix);
        Keep(nameof(fields.When), fields.When);
        Keep(nameof(fields.Status), fields.Status);
        Keep(nameof(fields.Series), fields.Series);
        Keep(nameof(fields.Year), fields.Year);
        Keep(nameof(fields.Language), fields.Language);
        return Edit(model, context);

        void Keep(string field, object? value)
        {
            if (value is not null)
            {
                model.RouteValues[$"{EventListFilter.Prefix}.{field}"] = value;
            }
        }
    }
}
