namespace InstituteCms.Registrations;

/// <summary>One line of a registration's history.</summary>
public sealed class RegistrationChange
{
    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Who.</summary>
    public RegistrationActor By { get; set; }

    /// <summary>User name of an organiser; empty otherwise.</summary>
    public string ByUser { get; set; } = "";

    /// <summary>What was done; <see langword="null"/> for the registration itself, and where only what it says was changed.</summary>
    public RegistrationCommand? Command { get; set; }

    /// <summary>How the person takes part since, where that changed.</summary>
    public AttendanceMode? Mode { get; set; }

    /// <summary>Why, in an organiser's words; may be empty.</summary>
    public string Why { get; set; } = "";

    /// <summary>Content item id of the event that the person came from, or went to; <see langword="null"/> for every other change.</summary>
    public string? OtherEventId { get; set; }

    /// <summary>Where the registration stood before; <see langword="null"/> when there was none.</summary>
    public RegistrationStatus? From { get; set; }

    /// <summary>Where it stands since.</summary>
    public RegistrationStatus To { get; set; }

    /// <summary>What was changed, where it stands as it did before; never what stood there.</summary>
    public IReadOnlyList<RegistrantField> Edited { get; set; } = [];
}
