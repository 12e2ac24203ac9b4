using System.Diagnostics;
using InstituteCms.Events;
using InstituteCms.Registrations;
using InstituteCms.Speakers;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Editors;

/// <summary>What visitors will read of an event as it stands in its form, and what its editor should look at.</summary>
/// <param name="When">Day and time.</param>
/// <param name="Zone">Whose clocks the form's times are.</param>
/// <param name="Availability">What is said about registration.</param>
/// <param name="Effect">What its seats would mean for those who have registered; empty for nothing.</param>
/// <param name="IsAnotherPlan">Whether people are registered for a time or place that has changed.</param>
/// <param name="Lines">What to look at.</param>
public sealed record EventReviewed(string When, string Zone, string Availability, string Effect, bool IsAnotherPlan, IReadOnlyList<QualityLine> Lines);

/// <summary>Looks an event over.</summary>
public sealed class EventReview
{
    private readonly EventTexts _texts;
    private readonly AvailabilityTexts _availabilityTexts;
    private readonly AvailabilityReader _availability;
    private readonly SpeakerFinder _speakers;
    private readonly IContentManager _contents;
    private readonly SeatsChangeTexts _effects;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public EventReview(
        EventTexts texts,
        AvailabilityTexts availabilityTexts,
        AvailabilityReader availability,
        SpeakerFinder speakers,
        IContentManager contents,
        SeatsChangeTexts effects,
        IClock clock,
        IStringLocalizer<EventReview> localizer)
    {
        _texts = texts;
        _availabilityTexts = availabilityTexts;
        _availability = availability;
        _speakers = speakers;
        _contents = contents;
        _effects = effects;
        _clock = clock;
        S = localizer;
    }

    public async Task<EventReviewed> ReadAsync(ContentItem @event, CancellationToken cancellationToken = default)
    {
        var part = @event.GetOrCreate<EventPart>();
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var sentence = _availabilityTexts.For(EventAvailability.At(facts, _clock.UtcNow), facts, part).Sentence;
        var pages = await _speakers.FindAsync(part.Speakers.SpeakerIds(), cancellationToken);
        var names = await _speakers.FindNamesAsync(part.Speakers.SpeakerIds(), cancellationToken);
        var isAnotherPlan = facts.AllSeatsTaken > 0 && await IsAnotherPlanAsync(@event, part);
        var notes = EventQuality.Review(Facts(@event, part, pages) with
        {
            Registered = facts.AllSeatsTaken,
            IsAnotherPlan = isAnotherPlan,
            SpeakersWhosePageIsGone = [.. part.Speakers.Index().Where(speaker => speaker.Item.SpeakerId is { Length: > 0 } id && !names.ContainsKey(id)).Select(speaker => speaker.Index)],
        });
        return new(_texts.When(part), part.TimeZoneId, sentence, await _effects.OfAsync(@event, facts, cancellationToken), isAnotherPlan, [.. notes.Select(found => Line(found.Note, found.Index))]);
    }

    private async Task<bool> IsAnotherPlanAsync(ContentItem @event, EventPart part) =>
        await _contents.GetAsync(@event.ContentItemId) is { } announced && part.MeansAnotherPlan(announced.GetOrCreate<EventPart>());

    private static EventFacts Facts(ContentItem @event, EventPart part, IReadOnlyDictionary<string, ContentItem> pages)
    {
        var registration = @event.TryGet<RegistrationPart>(out var found) ? found : new RegistrationPart();
        return new(
            @event.DisplayText,
            part.StartLocal(),
            part.EndLocal(),
            IsStartShownTwice: IsShownTwice(part.StartLocal(), part),
            IsEndShownTwice: IsShownTwice(part.EndLocal(), part),
            OnSite: !part.IsOnlineOnly(),
            Online: part.IsOnlineOnly() || part.Format == EventFormat.Hybrid,
            HasVenue: !string.IsNullOrEmpty(part.Venue.Name),
            HasMap: !string.IsNullOrEmpty(part.Venue.MapUrl),
            HasJoinLink: !string.IsNullOrEmpty(part.JoinUrl),
            part.Speakers.Count,
            HasSentence: !string.IsNullOrEmpty(part.Subtitle),
            HasAbstract: !string.IsNullOrEmpty(part.Abstract),
            part.Languages.Count,
            registration.Enabled,
            HasPurpose: !string.IsNullOrEmpty(registration.Purpose),
            [.. part.Speakers.Index().Where(speaker => speaker.Item.SpeakerId is { } id && pages.GetValueOrDefault(id) is { } page && LacksAltText(page)).Select(speaker => speaker.Index)],
            [.. new[] { part.Abstract, part.Notices }.Index().Where(text => RichText.HasPictureWithoutAltText(text.Item)).Select(text => text.Index)],
            TellsRegistered: !string.IsNullOrWhiteSpace(registration.Tell));
    }

    private static bool IsShownTwice(DateTime? local, EventPart part) => local is { } shown && EventTimes.IsKnownZone(part.TimeZoneId) && EventTimes.IsShownTwice(shown, part.TimeZoneId);

    private static bool LacksAltText(ContentItem page) =>
        page.GetOrCreate<SpeakerPart>().Photo is { Path.Length: > 0 } photo && string.IsNullOrWhiteSpace(photo.AltText);

    private QualityLine Line(EventNote note, int index) => note switch
    {
        EventNote.EndsBeforeStart => new(S["The event ends before it starts."], "EventPart_EndLocal", IsError: true),
        EventNote.NoDate => new(S["There is no date yet: visitors read “Date to be announced”."], "EventPart_StartLocal"),
        EventNote.NoEnd => new(S["Say when it ends, so that calendars keep the time free."], "EventPart_EndLocal"),
        EventNote.StartIsShownTwice => new(S["The clocks show this start twice that night: the first time is meant."], "EventPart_StartLocal"),
        EventNote.EndIsShownTwice => new(S["The clocks show this end twice that night: the first time is meant."], "EventPart_EndLocal"),
        EventNote.TitleNamesAnotherWeekday => new(S["The title names another weekday than that of the date."], "EventPart_StartLocal"),
        EventNote.TitleNamesAnotherDate => new(S["The title names another date."], "EventPart_StartLocal"),
        EventNote.NoPlace => new(S["Say where it is held."], "EventPart_Venue_Name"),
        EventNote.NoMap => new(S["The venue has no link to a map."], "EventPart_Venue_MapUrl"),
        EventNote.NoJoinLink => new(S["There is no link to join online."], "EventPart_JoinUrl"),
        EventNote.NoSpeaker => new(S["Nobody is named as a speaker."], "EventPart_Speakers_0__Name"),
        EventNote.NoSentence => new(S["One sentence says in lists what the event is about."], "EventPart_Subtitle"),
        EventNote.NoAbstract => new(S["There is no abstract."], "EventPart_Abstract"),
        EventNote.NoLanguage => new(S["Say in which language it is held."], "EventPart_Languages"),
        EventNote.NoPurpose => new(S["Tell registrants what their data is for."], "RegistrationPart_Purpose"),
        EventNote.RegisteredNotTold => new(S["People are registered for what was announced: tell them what has changed."], "RegistrationPart_Tell"),
        EventNote.PictureWithoutAltText => new(S["Say what the pictures in the text show, for those who do not see them."], index == 0 ? "EventPart_Abstract" : "EventPart_Notices"),
        EventNote.SpeakerPageGone => new(S["A speaker's page was deleted meanwhile: the name stays, without a link."], $"EventPart_Speakers_{index}__Name"),
        EventNote.PhotoWithoutAltText => new(S["A speaker's photo has no description: add one on the speaker's page."], $"EventPart_Speakers_{index}__Name"),
        _ => throw new UnreachableException(),
    };
}
