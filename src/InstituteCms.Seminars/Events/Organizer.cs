namespace InstituteCms.Events;

/// <summary>One who holds an event.</summary>
public sealed class Organizer
{
    public string? Name { get; set; }

    public string? Url { get; set; }

    /// <summary>Whether registrants' data reaches them; the notice before the form names those it does.</summary>
    public bool ReceivesPersonalData { get; set; }
}
