using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Finds what a personal link opens.</summary>
public sealed class PersonalPages
{
    private readonly RegistrationDesk _desk;
    private readonly IContentManager _contentManager;
    private readonly AvailabilityReader _availability;
    private readonly IClock _clock;

    public PersonalPages(RegistrationDesk desk, IContentManager contentManager, AvailabilityReader availability, IClock clock)
    {
        _desk = desk;
        _contentManager = contentManager;
        _availability = availability;
        _clock = clock;
    }

    /// <summary>A registrant's own page, or <see langword="null"/> when the link belongs to nobody.</summary>
    public async Task<PersonalPage?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!PersonalToken.TryParse(token, out var secret) || await _desk.FindAsync(secret, cancellationToken) is not { } registration)
        {
            return null;
        }

        var @event = await _contentManager.GetAsync(registration.EventId)
            ?? await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest); // A registrant's page outlives a withdrawn announcement.
        if (@event is null)
        {
            return null;
        }

        var nowUtc = _clock.UtcNow;
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        return new(@event, facts, EventAvailability.At(facts, nowUtc), registration, secret.Value, IsOver: nowUtc >= facts.EndUtc)
        {
            IsTooLate = CancellationPolicy.IsTooLate(@event.GetOrCreate<RegistrationPart>().ChangesUntilUtc, facts.EndUtc, nowUtc),
            Place = await _desk.PlaceAsync(registration, cancellationToken),
        };
    }
}
