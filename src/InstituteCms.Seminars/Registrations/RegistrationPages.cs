using InstituteCms.CheckIn;
using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>The page with the form, or with the reason why there is none.</summary>
/// <param name="WasRefused">Whether an attempt has just failed: what was typed stays on the page.</param>
public sealed record RegisterPage(
    ContentItem Event, AvailabilityFacts Facts, EventAvailability Availability, PrivacyNotice Notice, RegistrationForm Form, bool WasRefused)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();

    public string? ContactEmail => Event.GetOrCreate<RegistrationPart>().ContactEmail;

    public bool ShowsForm => WasRefused || Availability is EventAvailability.Open or EventAvailability.Waitlist || (IsInvited && HasSeatForGuest);

    /// <summary>The secret of the invitation by which the visitor came; <see langword="null"/> for everybody else.</summary>
    public string? Invitation { get; init; }

    public bool IsInvited => Invitation is not null;

    /// <summary>Whether invited guests are seated where others are not: by invitation alone, or on seats that are kept for them.</summary>
    private bool HasSeatForGuest =>
        Availability is EventAvailability.ByInvitation || (Availability is EventAvailability.Full && Facts.Seats.FitsNewcomer(1, invited: true));

    /// <summary>Ways of taking part that one may choose from.</summary>
    public IReadOnlyList<AttendanceMode> Modes => Part.Modes();

    /// <summary>People whom one may bring along.</summary>
    public int MaxGuests => Event.GetOrCreate<RegistrationPart>().MaxParty - 1;

    /// <summary>Whether an organiser answers each registration.</summary>
    public bool NeedsApproval => Event.GetOrCreate<RegistrationPart>().Approval;

    /// <summary>Domains whose addresses may register.</summary>
    public string Domains => string.Join(", ", Event.GetOrCreate<RegistrationPart>().Domains);

    /// <summary>Why the last attempt failed, where the page does not say it already.</summary>
    public RefusalReason? Refusal { get; init; }
}

/// <summary>A registrant's own page.</summary>
public sealed record PersonalPage(
    ContentItem Event, AvailabilityFacts Facts, EventAvailability Availability, Registration Registration, string Token, bool IsOver)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();

    public RegistrationPart Terms => Event.GetOrCreate<RegistrationPart>();

    public bool IsConfirmed => Registration.Status == RegistrationStatus.Confirmed;

    /// <summary>Whether the registrant may give the registration up.</summary>
    public bool MayCancel => Registration.IsActive && !IsEventCancelled && !IsTooLate;

    /// <summary>Whether the registrant may change it.</summary>
    public bool MayEdit => Registration.IsActive && !IsEventCancelled && !IsTooLate && Event.Published;

    /// <summary>Whether there is something to show at the door.</summary>
    public bool HasTicket => IsExpected && Registration.Mode == AttendanceMode.InPerson;

    /// <summary>Whether the person has a seat at what is still to come.</summary>
    public bool IsExpected => IsConfirmed && !IsEventCancelled && !IsOver;

    /// <summary>The code on the ticket.</summary>
    public string TicketCode => CheckInCode.Of(Registration.TokenHashes[0]);

    /// <summary>Whether the time to cancel or change is over.</summary>
    public required bool IsTooLate { get; init; }

    /// <summary>Place on the waiting list, 1 for the next; 0 for those who are not on it.</summary>
    public int Place { get; init; }

    public bool IsEventCancelled => Part.Status == EventStatus.Cancelled;

    /// <summary>Whether there is an address, and one that a page may link to, whatever an import brought.</summary>
    public static bool IsLink(string? address) => !string.IsNullOrWhiteSpace(address) && WebAddress.IsFit(address);
}
