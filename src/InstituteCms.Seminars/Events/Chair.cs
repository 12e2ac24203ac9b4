namespace InstituteCms.Events;

/// <summary>Who chairs an event.</summary>
public sealed class Chair
{
    public string? Name { get; set; }

    public string? Title { get; set; }
}
