using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Exports;

/// <summary>Lays out tables of registrations.</summary>
public sealed class RegistrationTables
{
    private readonly RegistrationList _registrations;
    private readonly AnswerTexts _answerTexts;
    private readonly IStringLocalizer S;

    public RegistrationTables(RegistrationList registrations, AnswerTexts answerTexts, IStringLocalizer<RegistrationTables> localizer)
    {
        _registrations = registrations;
        _answerTexts = answerTexts;
        S = localizer;
    }

    /// <summary>The registrations of an event that <paramref name="filter"/> means, the oldest first.</summary>
    public async Task<RegistrationTable> LayOutAsync(ContentItem @event, RegistrationFilter filter, CancellationToken cancellationToken)
    {
        var asked = new Dictionary<string, Answer>(); // What stands above the columns is known once all rows were seen.
        await foreach (var registration in _registrations.ReadAllAsync(@event, filter, cancellationToken))
        {
            foreach (var answer in registration.Answers)
            {
                asked[answer.QuestionId] = answer;
            }
        }

        return new(
            [.. Columns(@event.GetOrCreate<EventPart>())],
            AnswerColumns.Of(@event, asked.Values, _answerTexts),
            token => _registrations.ReadAllAsync(@event, filter, token));
    }

    private IEnumerable<(string Head, Func<Registration, object?> Cell)> Columns(EventPart @event)
    {
        var zone = EventTimes.KnownZone(@event.TimeZoneId);
        yield return (S["Name"], registration => registration.Name);
        yield return (S["E-mail"], registration => registration.Email);
        yield return (S["Affiliation"], registration => registration.Affiliation);
        yield return (S["Language"], registration => registration.Culture);
        yield return (S["Status"], registration => S[registration.Status.ToString()].Value);
        yield return (S["Seats wanted"], registration => registration.Seats);
        if (@event.Format == EventFormat.Hybrid)
        {
            yield return (S["Takes part"], registration => @event.IsJoinedOnline(registration.Mode) ? S["Online"].Value : S["In person"].Value);
        }

        yield return (S["Companions"], registration => string.Join("; ", registration.Companions));
        yield return (S["By invitation"], registration => registration.Invited ? S["Yes"].Value : "");
        yield return (S["Registered ({0})", zone], registration => RegistrationTable.OnClocksOf(@event, registration.CreatedUtc));
        yield return (S["Cancelled ({0})", zone], registration => RegistrationTable.OnClocksOf(@event, registration.CancelledUtc));
    }
}
