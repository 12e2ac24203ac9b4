using InstituteCms.Events;
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

    /// <summary>At a hybrid event, seats offered online; the others are those at the venue. <see langword="null"/> means unlimited.</summary>
    public int? OnlineCapacity { get; set; }

    /// <summary>Seats at the venue that only invited guests get.</summary>
    public int HeldBack { get; set; }

    /// <summary>Parties that may wait for a seat; 0 means that there is no waiting list.</summary>
    public int WaitlistLength { get; set; }

    /// <summary>How seats that become free go to those who wait.</summary>
    public WaitlistPromotion Promotion { get; set; }

    /// <summary>Hours for which an offered seat is kept.</summary>
    public int OfferHours { get; set; } = RegistrationRules.DefaultOfferHours;

    /// <summary>Whether an organiser answers each registration.</summary>
    public bool Approval { get; set; }

    /// <summary>Whether the address is proved by a link before the registration counts.</summary>
    public bool DoubleOptIn { get; set; }

    /// <summary>Seats one person may take, the own one among them.</summary>
    public int MaxParty { get; set; } = 1;

    /// <summary>Who may register.</summary>
    public RegistrationAudience Audience { get; set; }

    /// <summary>With <see cref="RegistrationAudience.AddressDomains"/>: domains whose addresses may.</summary>
    public IList<string> Domains { get; set; } = [];

    /// <summary>First instant at which registrants can no longer cancel or change by themselves, UTC; <see langword="null"/> means at the event's end.</summary>
    public DateTime? ChangesUntilUtc { get; set; }

    /// <summary>What registrants' data is for: a sentence of the organisers, shown before the form.</summary>
    public string? Purpose { get; set; }

    /// <summary>Days after the event's end for which personal data is kept.</summary>
    public int RetentionDays { get; set; } = RetentionPolicy.DefaultDays;

    /// <summary>Whom registrants may ask.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Reminders, and news of the report.</summary>
    public MailTerms Mails { get; set; } = new();

    /// <summary>What those registered are told by mail when this version is published; it is empty again afterwards.</summary>
    public string? Tell { get; set; }

    /// <summary>What they were told last.</summary>
    public ToldRegistrants? Told { get; set; }

    /// <summary>Seats offered in all ways of taking part; <see langword="null"/> means unlimited.</summary>
    public int? AllSeats(EventPart part) => part.Modes() switch
    {
        [AttendanceMode.Online] => OnlineCapacity,
        [_] => Capacity,
        _ => Capacity + OnlineCapacity,
    };

    /// <summary>What the event asks of those who register.</summary>
    public RegistrationRules Rules() => new(Approval, DoubleOptIn, WaitlistLength, MaxParty, Audience, [.. Domains]);
}
