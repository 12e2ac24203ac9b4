using InstituteCms.Events;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Exports.Paper;

/// <summary>Reads who comes, by name.</summary>
public sealed class PaperGuests
{
    private readonly RegistrationList _registrations;
    private readonly RegistrationBulk _ticked;

    public PaperGuests(RegistrationList registrations, RegistrationBulk ticked)
    {
        _registrations = registrations;
        _ticked = ticked;
    }

    /// <summary>Those whose registration stands; without a status to ask for, those who have a seat.</summary>
    /// <param name="event">The event.</param>
    /// <param name="ids">Those who were ticked; nobody for all that <paramref name="filter"/> finds.</param>
    /// <param name="filter">What a list showed.</param>
    /// <param name="onSite">Whether those who take part online are left out, where there are two ways.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<PaperGuest>> ReadAsync(
        ContentItem @event, IReadOnlyCollection<long> ids, RegistrationFilter filter, bool onSite, CancellationToken cancellationToken)
    {
        var found = ids.Count > 0 ? await _ticked.ReadAsync(@event.ContentItemId, ids) : await FoundAsync(@event, filter, cancellationToken);
        var isOneWay = @event.GetOrCreate<EventPart>().Format != EventFormat.Hybrid;
        return
        [
            .. found
                .Where(registration => registration is { IsActive: true, ErasedUtc: null })
                .Where(registration => !onSite || isOneWay || registration.Mode == AttendanceMode.InPerson)
                .Select(PaperGuest.Of)
                .OrderBy(guest => guest.Name, StringComparer.CurrentCulture),
        ];
    }

    private async Task<IReadOnlyList<Registration>> FoundAsync(ContentItem @event, RegistrationFilter filter, CancellationToken cancellationToken)
    {
        var seated = filter.With(other => other.Status ??= RegistrationStatus.Confirmed);
        return await _registrations.ReadAllAsync(@event, seated, cancellationToken).ToListAsync(cancellationToken);
    }
}
