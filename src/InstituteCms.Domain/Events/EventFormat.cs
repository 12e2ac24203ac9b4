namespace InstituteCms.Events;

/// <summary>Where people take part.</summary>
public enum EventFormat
{
    /// <summary>At the venue.</summary>
    InPerson,

    /// <summary>Over the network.</summary>
    Online,

    /// <summary>Either, as each person likes.</summary>
    Hybrid,
}
