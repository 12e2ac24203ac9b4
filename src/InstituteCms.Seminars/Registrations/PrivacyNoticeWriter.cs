using System.Globalization;
using InstituteCms.Events;
using InstituteCms.Privacy;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Registrations;

/// <summary>Writes an event's privacy notice from what its organisers and the institute have entered, in the language of the page.</summary>
public sealed class PrivacyNoticeWriter
{
    private readonly ISiteService _sites;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public PrivacyNoticeWriter(ISiteService sites, IClock clock, IStringLocalizer<PrivacyNoticeWriter> localizer) => (_sites, _clock, S) = (sites, clock, localizer);

    /// <summary>What people may agree to besides: to be told of the report.</summary>
    public string ReportNews => S["Tell me by mail when the report on this event is published. You can change your mind at any time."];

    /// <summary>The notice with what the person agreed to besides, word for word.</summary>
    public PrivacyNotice Agreed(PrivacyNotice notice, OptionalConsents optional) => optional.ReportNews
        ? notice with { Consents = [.. notice.Consents, new(ConsentTo.ReportNews, ReportNews, _clock.UtcNow)] }
        : notice;

    /// <summary>The notice without it: that it was given, and taken back, stays written down.</summary>
    public PrivacyNotice Withdrawn(PrivacyNotice notice) => notice with
    {
        Consents = [.. notice.Consents.Select(consent => consent.WithdrawnUtc is null ? consent with { WithdrawnUtc = _clock.UtcNow } : consent)],
    };

    public async Task<PrivacyNotice> WriteAsync(ContentItem @event) => Write(@event, await _sites.GetSettingsAsync<PrivacySettings>());

    public PrivacyNotice Write(ContentItem @event, PrivacySettings institute)
    {
        var registration = @event.GetOrCreate<RegistrationPart>();
        var receivers = @event.GetOrCreate<EventPart>().Organizers.Where(o => o.ReceivesPersonalData).Select(o => o.Name ?? "").ToArray();
        return PrivacyNotice.Of(Statements(registration, receivers, institute));
    }

    private IEnumerable<string> Statements(RegistrationPart registration, string[] receivers, PrivacySettings institute)
    {
        var responsible = Said(institute.Responsible, S[", "]);
        if (responsible is not null)
        {
            yield return S["Responsible for your data: {0}", responsible];
        }

        yield return receivers switch
        {
            [] => S["What you enter here goes to the organizers of this event and to nobody else."],
            [var one] => S["What you enter here goes to {0} and to nobody else.", one],
            _ => S["What you enter here goes to these hosts, who use it jointly, and to nobody else: {0}.", string.Join(S[", "], receivers)],
        };
        if (receivers.Length > 1)
        {
            yield return S["What they use jointly: your name, e-mail address, affiliation and language, your answers on this form, and whether you came."];
            yield return S["Who answers for the joint use: {0}", responsible ?? receivers[0]];
        }

        yield return string.IsNullOrWhiteSpace(registration.Purpose)
            ? S["It is used to hold this event."]
            : S["It is used for this purpose: {0}", registration.Purpose.Trim().ReplaceLineEndings(" ")];
        yield return S["It is erased {0} days after the event has ended; only numbers are kept.", registration.RetentionDays];
        if (Said(institute.Sentence, " ") is { } sentence)
        {
            yield return sentence;
        }

        if (!string.IsNullOrWhiteSpace(registration.ContactEmail))
        {
            yield return S["Questions about your data are answered at {0}.", registration.ContactEmail];
        }

        if (!string.IsNullOrWhiteSpace(institute.Contact))
        {
            yield return S["For data protection, write to {0}.", institute.Contact];
        }
    }

    // The notice has one statement on each line.
    private static string? Said(TextInLanguages text, string between) =>
        text.For(CultureInfo.CurrentUICulture)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines
            ? string.Join(between, lines)
            : null;
}
