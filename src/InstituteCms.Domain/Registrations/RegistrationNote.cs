namespace InstituteCms.Registrations;

/// <summary>What an organiser has noted about a registration: in no mail and on no page of the registrant's, but in the file of everything that is kept about the person.</summary>
public sealed class RegistrationNote
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxLength = 1_000;

    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>User name of the organiser.</summary>
    public string ByUser { get; set; } = "";

    /// <summary>The note.</summary>
    public string Text { get; set; } = "";
}
