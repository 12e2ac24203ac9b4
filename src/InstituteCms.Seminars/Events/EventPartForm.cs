using InstituteCms.Editors;

namespace InstituteCms.Events;

/// <summary>Carries an event to its form and back; the times, which can fail, are the driver's.</summary>
public static class EventPartForm
{
    public static void FromPart(EventPartViewModel model, EventPart part)
    {
        model.Subtitle = part.Subtitle;
        model.Series = part.Series;
        model.Format = part.Format;
        model.Status = part.Status;
        model.StartLocal = part.StartLocal();
        model.EndLocal = part.EndLocal();
        model.TimeZoneId = part.TimeZoneId;
        model.Venue = part.Venue;
        model.JoinUrl = part.JoinUrl;
        model.Subject = part.Subject;
        model.Languages = string.Join(", ", part.Languages.Select(SpokenLanguages.Name));
        model.Organizers = [.. part.Organizers];
        model.Speakers = [.. part.Speakers];
        model.Chair = part.Chair;
        model.Abstract = part.Abstract;
        model.Materials = [.. part.Materials];
        model.Notices = part.Notices;
        model.Acknowledgement = part.Acknowledgement;
    }

    /// <param name="model">The form as it was filled in.</param>
    /// <param name="part">The event to be changed.</param>
    /// <param name="speakerNames">Names of those who have a page, by content item id.</param>
    public static void ToPart(EventPartViewModel model, EventPart part, IReadOnlyDictionary<string, string> speakerNames)
    {
        part.Subtitle = Text(model.Subtitle);
        part.Series = Text(model.Series);
        part.Format = model.Format;
        part.Status = model.Status;
        part.TimeZoneId = ZoneCities.Resolve(model.TimeZoneId) ?? "";
        part.Venue = new() { Name = Text(model.Venue.Name), Address = Text(model.Venue.Address), MapUrl = Text(model.Venue.MapUrl) };
        part.JoinUrl = Text(model.JoinUrl);
        part.Subject = Text(model.Subject);
        part.Languages = [.. SpokenLanguages.Parse(model.Languages, out _)];
        part.Organizers = [.. EditorRows.Arrange(model.Organizers, model.OrganizerTools).Select(row => row.Row).Where(o => Text(o.Name) is not null)];
        part.Speakers = [.. EditorRows.Arrange(model.Speakers, model.SpeakerTools).Select(row => WithName(row.Row, speakerNames)).Where(s => Text(s.Name) is not null)];
        part.Chair = new() { Name = Text(model.Chair.Name), Title = Text(model.Chair.Title) };
        part.Abstract = Text(model.Abstract);
        part.Materials = [.. EditorRows.Arrange(model.Materials, model.MaterialTools).Select(row => row.Row).Where(m => Text(m.Url) is not null)];
        part.Notices = Text(model.Notices);
        part.Acknowledgement = Text(model.Acknowledgement);
    }

    private static EventSpeaker WithName(EventSpeaker speaker, IReadOnlyDictionary<string, string> names)
    {
        speaker.SpeakerId = Text(speaker.SpeakerId);
        speaker.Name = Text(speaker.Name) ?? (speaker.SpeakerId is { } id ? names.GetValueOrDefault(id) : null);
        return speaker;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
