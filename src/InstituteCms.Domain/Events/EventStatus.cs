namespace InstituteCms.Events;

/// <summary>What the organisers have said about an event; everything that follows from the clock is <see cref="EventAvailability"/>.</summary>
public enum EventStatus
{
    /// <summary>Takes place as announced.</summary>
    Scheduled,

    /// <summary>Will take place at a time that is not known yet.</summary>
    Postponed,

    /// <summary>Takes place as announced, but online only.</summary>
    MovedOnline,

    /// <summary>Does not take place.</summary>
    Cancelled,
}
