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

    public bool ShowsForm => WasRefused || Availability is EventAvailability.Open;
}

/// <summary>A registrant's own page.</summary>
public sealed record PersonalPage(
    ContentItem Event, AvailabilityFacts Facts, EventAvailability Availability, Registration Registration, string Token, bool IsOver)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();

    public bool IsConfirmed => Registration.Status == RegistrationStatus.Confirmed;

    public bool IsEventCancelled => Part.Status == EventStatus.Cancelled;

    /// <summary>Whether there is an address, and one that a page may link to, whatever an import brought.</summary>
    public static bool IsLink(string? address) => !string.IsNullOrWhiteSpace(address) && WebAddress.IsFit(address);
}
