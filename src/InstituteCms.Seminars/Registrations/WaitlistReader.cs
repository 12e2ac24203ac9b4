using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Says why nobody moves up from an event's waiting list.</summary>
public sealed class WaitlistReader
{
    private readonly RegistrationCounts _counts;
    private readonly IClock _clock;

    public WaitlistReader(RegistrationCounts counts, IClock clock) => (_counts, _clock) = (counts, clock);

    /// <summary>The reason; <see langword="null"/> when somebody is about to move up.</summary>
    /// <param name="event">The event as it is announced.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="offered">Offers that have not been answered.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<WaitlistHalt?> WhyNobodyMovesUpAsync(ContentItem @event, AvailabilityFacts facts, int offered, CancellationToken cancellationToken)
    {
        var isTooLate = facts.Status == EventStatus.Cancelled || _clock.UtcNow >= facts.StartUtc;
        foreach (var mode in Enum.GetValues<AttendanceMode>()) // Each way of taking part has a line of its own: the first that stands is spoken of.
        {
            var line = await _counts.WaitingKindsAsync(@event.ContentItemId, mode, cancellationToken);
            if (line.Count > 0)
            {
                return Waitlist.WhyNobody(facts.For(mode).Seats, line, offered, @event.GetOrCreate<RegistrationPart>().Promotion, isTooLate);
            }
        }

        return new(WaitlistStandstill.NobodyWaits);
    }
}
