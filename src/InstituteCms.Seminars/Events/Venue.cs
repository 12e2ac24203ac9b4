namespace InstituteCms.Events;

/// <summary>The place an event is held at.</summary>
public sealed class Venue
{
    public string? Name { get; set; }

    public string? Address { get; set; }

    /// <summary>Where a map shows it.</summary>
    public string? MapUrl { get; set; }
}
