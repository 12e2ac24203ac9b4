using InstituteCms.Events;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>Writes an event's privacy notice from what its organisers have entered, in the language of the page.</summary>
public sealed class PrivacyNoticeWriter
{
    private readonly IStringLocalizer S;

    public PrivacyNoticeWriter(IStringLocalizer<PrivacyNoticeWriter> localizer) => S = localizer;

    public PrivacyNotice Write(ContentItem @event)
    {
        var registration = @event.GetOrCreate<RegistrationPart>();
        var receivers = @event.GetOrCreate<EventPart>().Organizers.Where(o => o.ReceivesPersonalData).Select(o => o.Name ?? "").ToArray();
        return PrivacyNotice.Of(Statements(registration, receivers));
    }

    private IEnumerable<string> Statements(RegistrationPart registration, string[] receivers)
    {
        yield return receivers switch
        {
            [] => S["What you enter here goes to the organizers of this event and to nobody else."],
            [var one] => S["What you enter here goes to {0} and to nobody else.", one],
            _ => S["What you enter here goes to these hosts, who use it jointly, and to nobody else: {0}.", string.Join(S[", "], receivers)],
        };
        yield return string.IsNullOrWhiteSpace(registration.Purpose)
            ? S["It is used to hold this event."]
            : S["It is used for this purpose: {0}", registration.Purpose.Trim().ReplaceLineEndings(" ")];
        yield return S["It is erased {0} days after the event has ended; only numbers are kept.", registration.RetentionDays];
        if (!string.IsNullOrWhiteSpace(registration.ContactEmail))
        {
            yield return S["Questions about your data are answered at {0}.", registration.ContactEmail];
        }
    }
}
