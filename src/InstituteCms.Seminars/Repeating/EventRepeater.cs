using System.Text.Json.Nodes;
using InstituteCms.Events;
using InstituteCms.Registrations;
using InstituteCms.Speakers;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;

namespace InstituteCms.Repeating;

/// <summary>
/// Makes the draft of an event that is held once more: venue, hosts, series, chair and registration go along, what belongs to that one day does not.
/// Nobody is registered for it.
/// </summary>
public sealed class EventRepeater
{
    private readonly IContentManager _contents;
    private readonly SpeakerFinder _speakers;

    public EventRepeater(IContentManager contents, SpeakerFinder speakers)
    {
        _contents = contents;
        _speakers = speakers;
    }

    public static EventDates DatesOf(ContentItem held)
    {
        var part = held.GetOrCreate<EventPart>();
        var registration = held.GetOrCreate<RegistrationPart>();
        return new(part.StartUtc, part.EndUtc, registration.OpensUtc, registration.ClosesUtc, part.TimeZoneId);
    }

    /// <summary>Who talked, with what is said of them then and now.</summary>
    public async Task<IReadOnlyList<RepeatedSpeaker>> SpeakersOfAsync(ContentItem held)
    {
        var talked = held.GetOrCreate<EventPart>().Speakers;
        var pages = await PagesAsync(talked);
        return [.. talked.Select(speaker => new RepeatedSpeaker(
            speaker.Name, Line(speaker.Title, speaker.Affiliation), PageOf(speaker, pages) is { } page ? Line(TitleNow(speaker, page), AffiliationNow(speaker, page)) : null))];
    }

    public async Task<ContentItem> RepeatAsync(ContentItem held, EventDates dates, RepeatForm form)
    {
        var draft = await _contents.CloneAsync(held);
        draft.DisplayText = form.Title;
        draft.Merge(new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = form.Title } });
        draft.Alter<AutoroutePart>(route => route.Path = ""); // Made anew from the title.
        draft.Remove("PublishLaterPart");
        draft.Remove("ArchiveLaterPart");
        var part = draft.GetOrCreate<EventPart>();
        Change(part, dates, form, await PagesAsync(part.Speakers));
        part.Apply();
        if (draft.Has<RegistrationPart>())
        {
            draft.Alter<RegistrationPart>(rules =>
            {
                (rules.OpensUtc, rules.ClosesUtc) = (dates.OpensUtc, dates.ClosesUtc);
                (rules.Tell, rules.Told) = (null, null);
            });
        }

        await _contents.UpdateAsync(draft);
        await _contents.SaveDraftAsync(draft);
        return draft;
    }

    private static void Change(EventPart part, EventDates dates, RepeatForm form, IReadOnlyDictionary<string, ContentItem> pages)
    {
        (part.StartUtc, part.EndUtc) = (dates.StartUtc, dates.EndUtc);
        part.Status = EventStatus.Scheduled;
        part.JoinUrl = null;
        part.Materials = form.KeepMaterials ? part.Materials : [];
        part.Speakers = form.KeepSpeakers ? part.Speakers : [];
        foreach (var speaker in part.Speakers)
        {
            if (PageOf(speaker, pages) is { } page)
            {
                (speaker.Title, speaker.Affiliation) = (TitleNow(speaker, page), AffiliationNow(speaker, page));
            }

            speaker.TalkTitle = form.KeepTexts ? speaker.TalkTitle : null;
        }

        if (!form.KeepTexts)
        {
            part.Subtitle = part.Subject = part.Abstract = null;
        }
    }

    private Task<IReadOnlyDictionary<string, ContentItem>> PagesAsync(IEnumerable<EventSpeaker> speakers) =>
        _speakers.FindAsync([.. speakers.Select(speaker => speaker.SpeakerId).OfType<string>().Distinct()]);

    private static SpeakerPart? PageOf(EventSpeaker speaker, IReadOnlyDictionary<string, ContentItem> pages) =>
        pages.GetValueOrDefault(speaker.SpeakerId ?? "")?.GetOrCreate<SpeakerPart>();

    private static string? TitleNow(EventSpeaker speaker, SpeakerPart page) => string.IsNullOrWhiteSpace(page.Position) ? speaker.Title : page.Position;

    private static string? AffiliationNow(EventSpeaker speaker, SpeakerPart page) => string.IsNullOrWhiteSpace(page.Organization) ? speaker.Affiliation : page.Organization;

    private static string Line(string? title, string? affiliation) => string.Join(", ", new[] { title, affiliation }.Where(words => !string.IsNullOrWhiteSpace(words)));
}
