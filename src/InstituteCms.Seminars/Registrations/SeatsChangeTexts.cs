using InstituteCms.Events;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Says what the seats of an event, as they stand in its form or draft, would mean for those who have registered.</summary>
public sealed class SeatsChangeTexts
{
    private readonly RegistrationDesk? _desk;
    private readonly AvailabilityTexts _texts;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    /// <param name="desks">None while the feature Registrations is off.</param>
    public SeatsChangeTexts(IEnumerable<RegistrationDesk> desks, AvailabilityTexts texts, IClock clock, IStringLocalizer<SeatsChangeTexts> localizer)
    {
        _desk = desks.FirstOrDefault();
        _texts = texts;
        _clock = clock;
        S = localizer;
    }

    /// <summary>One sentence or some; empty when nothing would happen to anybody.</summary>
    /// <param name="event">The event as it would be.</param>
    /// <param name="facts">Its facts.</param>
    public async Task<string> OfAsync(ContentItem @event, AvailabilityFacts facts, CancellationToken cancellationToken = default)
    {
        if (_desk is null || !facts.RegistrationEnabled || facts.Status == EventStatus.Cancelled || _clock.UtcNow >= facts.StartUtc
            || (facts.AllSeatsTaken == 0 && !facts.IsWaitedFor))
        {
            return "";
        }

        var promotion = @event.GetOrCreate<RegistrationPart>().Promotion;
        var line = (facts.IsWaitedFor ? await _desk.ListWaitingAsync(@event.ContentItemId, cancellationToken) : []).ToLookup(waiting => waiting.Mode, RegistrationDesk.Party);
        return string.Join(' ', facts.Modes.SelectMany(mode =>
            Say(SeatsChange.Foresee(facts.For(mode).Seats, line[mode], promotion), promotion)
                .Select(sentence => facts.Modes.Count > 1 ? S["{0}: {1}", _texts.Mode(mode), sentence].Value : sentence)));
    }

    private IEnumerable<string> Say(SeatsChange change, WaitlistPromotion promotion)
    {
        if (change.MoveUp > 0)
        {
            yield return promotion == WaitlistPromotion.ByOffer
                ? S.Plural(change.People, "{0} person from the waiting list would be offered a seat.", "{0} people from the waiting list would be offered seats.")
                : S.Plural(change.People, "{0} person from the waiting list would get a seat.", "{0} people from the waiting list would get seats.");
        }

        if (change.Over > 0)
        {
            yield return S.Plural(change.Over, "{0} more seat is taken than there would be: nobody is removed.", "{0} more seats are taken than there would be: nobody is removed.");
        }
    }
}
