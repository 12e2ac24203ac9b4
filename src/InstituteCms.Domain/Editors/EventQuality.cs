namespace InstituteCms.Editors;

/// <summary>What an event may lack before it is announced.</summary>
public enum EventNote
{
    /// <summary>The end is not after the start.</summary>
    EndsBeforeStart,
    /// <summary>No start is given.</summary>
    NoDate,
    /// <summary>No end is given.</summary>
    NoEnd,
    /// <summary>The clocks show the start twice that night.</summary>
    StartIsShownTwice,
    /// <summary>The clocks show the end twice that night.</summary>
    EndIsShownTwice,
    /// <summary>The weekday in the title is not that of the start.</summary>
    TitleNamesAnotherWeekday,
    /// <summary>The date in the title is not the start.</summary>
    TitleNamesAnotherDate,
    /// <summary>People meet, but nobody says where.</summary>
    NoPlace,
    /// <summary>The venue is on no map.</summary>
    NoMap,
    /// <summary>People join online, but there is no link.</summary>
    NoJoinLink,
    /// <summary>Nobody talks.</summary>
    NoSpeaker,
    /// <summary>Lists have nothing to say about it.</summary>
    NoSentence,
    /// <summary>There is no abstract.</summary>
    NoAbstract,
    /// <summary>No language is given.</summary>
    NoLanguage,
    /// <summary>Registrants are not told what their data is for.</summary>
    NoPurpose,
    /// <summary>A speaker's photo is not described.</summary>
    PhotoWithoutAltText,
    /// <summary>A speaker's page was deleted.</summary>
    SpeakerPageGone,
    /// <summary>A picture within a text is not described.</summary>
    PictureWithoutAltText,
    /// <summary>People are registered for what was announced, and nobody tells them that it changed.</summary>
    RegisteredNotTold,
}

/// <summary>What is looked at: an event as its form has it. Times are the event's own wall clock.</summary>
public sealed record EventFacts(
    string? Title = null,
    DateTime? StartLocal = null,
    DateTime? EndLocal = null,
    bool IsStartShownTwice = false,
    bool IsEndShownTwice = false,
    bool OnSite = true,
    bool Online = false,
    bool HasVenue = false,
    bool HasMap = false,
    bool HasJoinLink = false,
    int Speakers = 0,
    bool HasSentence = false,
    bool HasAbstract = false,
    int Languages = 0,
    bool TakesRegistrations = false,
    bool HasPurpose = false,
    IReadOnlyList<int>? SpeakersWithoutAltText = null,
    IReadOnlyList<int>? SpeakersWhosePageIsGone = null,
    IReadOnlyList<int>? TextsWithoutAltText = null,
    int Registered = 0,
    bool IsAnotherPlan = false,
    bool TellsRegistered = false);

/// <summary>Says what is missing or odd. Only <see cref="EventNote.EndsBeforeStart"/> is an error; the rest is advice.</summary>
public static class EventQuality
{
    /// <returns>Each note with the position of the speaker or text it is about, 0 where it is about none.</returns>
    public static IEnumerable<(EventNote Note, int Index)> Review(EventFacts facts)
    {
        var named = TitleDate.In(facts.Title);
        return NotesOf(facts, named).Select(note => (note, 0))
            .Concat((facts.SpeakersWhosePageIsGone ?? []).Select(index => (EventNote.SpeakerPageGone, index)))
            .Concat((facts.SpeakersWithoutAltText ?? []).Select(index => (EventNote.PhotoWithoutAltText, index)))
            .Concat((facts.TextsWithoutAltText ?? []).Select(index => (EventNote.PictureWithoutAltText, index)));
    }

    private static IEnumerable<EventNote> NotesOf(EventFacts facts, TitleDate named)
    {
        (bool Applies, EventNote Note)[] rules =
        [
            (facts is { Registered: > 0, IsAnotherPlan: true, TellsRegistered: false }, EventNote.RegisteredNotTold),
            (facts.EndLocal <= facts.StartLocal, EventNote.EndsBeforeStart),
            (facts.StartLocal is null, EventNote.NoDate),
            (facts is { StartLocal: not null, EndLocal: null }, EventNote.NoEnd),
            (facts.IsStartShownTwice, EventNote.StartIsShownTwice),
            (facts.IsEndShownTwice, EventNote.EndIsShownTwice),
            (facts.StartLocal is { } start && named.DisagreesWithWeekday(start), EventNote.TitleNamesAnotherWeekday),
            (facts.StartLocal is { } day && named.DisagreesWithDate(day), EventNote.TitleNamesAnotherDate),
            (facts is { OnSite: true, HasVenue: false }, EventNote.NoPlace),
            (facts is { OnSite: true, HasVenue: true, HasMap: false }, EventNote.NoMap),
            (facts is { Online: true, HasJoinLink: false }, EventNote.NoJoinLink),
            (facts.Speakers == 0, EventNote.NoSpeaker),
            (!facts.HasSentence, EventNote.NoSentence),
            (!facts.HasAbstract, EventNote.NoAbstract),
            (facts.Languages == 0, EventNote.NoLanguage),
            (facts is { TakesRegistrations: true, HasPurpose: false }, EventNote.NoPurpose),
        ];
        return rules.Where(rule => rule.Applies).Select(rule => rule.Note);
    }
}
