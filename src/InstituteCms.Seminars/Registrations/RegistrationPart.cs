using InstituteCms.Mails;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>Whether, when and for how many an event takes registrations, and what becomes of the data.</summary>
public sealed class RegistrationPart : ContentPart
{
    /// <summary>Whether people register for this event at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>First instant at which registration is open, UTC; <see langword="null"/> means from the announcement on.</summary>
    public DateTime? OpensUtc { get; set; }

    /// <summary>First instant at which registration is closed again, UTC; <see langword="null"/> means at the event's start.</summary>
    public DateTime? ClosesUtc { get; set; }

    /// <summary>Seats offered; <see langword="null"/> means unlimited, never "not filled in".</summary>
    public int? Capacity { get; set; }

    /// <summary>What registrants' data is for: a sentence of the organisers, shown before the form.</summary>
    public string? Purpose { get; set; }

    /// <summary>Days after the event's end for which personal data is kept.</summary>
    public int RetentionDays { get; set; } = RetentionPolicy.DefaultDays;

    /// <summary>Whom registrants may ask.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>What those registered are told by mail when this version is published; it is empty again afterwards.</summary>
    public string? Tell { get; set; }

    /// <summary>What they were told last.</summary>
    public ToldRegistrants? Told { get; set; }
}
