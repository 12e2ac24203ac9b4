namespace InstituteCms.Events;

/// <summary>What the shapes of an event show.</summary>
public class EventViewModel
{
    public EventDetails Details { get; set; } = null!; // Set by the driver before a shape is shown.

    public EventPart Part => Details.Part;
}
