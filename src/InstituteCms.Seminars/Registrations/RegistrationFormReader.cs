using InstituteCms.Events;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Shows the form in which people register, and reads it, whichever way they came to it.</summary>
public sealed class RegistrationFormReader
{
    private readonly AvailabilityReader _availability;
    private readonly PrivacyNoticeWriter _notices;
    private readonly AnswerTexts _answerTexts;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public RegistrationFormReader(
        AvailabilityReader availability, PrivacyNoticeWriter notices, AnswerTexts answerTexts, IClock clock, IStringLocalizer<RegistrationFormReader> localizer)
    {
        _availability = availability;
        _notices = notices;
        _answerTexts = answerTexts;
        _clock = clock;
        S = localizer;
    }

    /// <summary>The page with the form.</summary>
    public async Task<RegisterPage> PageAsync(ContentItem @event, RegistrationForm form, CancellationToken cancellationToken, bool wasRefused = false)
    {
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var notice = await _notices.WriteAsync(@event);
        form.NoticeVersion = notice.Version;
        return new(@event, facts, EventAvailability.At(facts, _clock.UtcNow), notice, form, wasRefused);
    }

    /// <summary>Who registers; <see langword="null"/> where something is wrong, which is noted at its field.</summary>
    public async Task<Registrant?> ReadAsync(ContentItem @event, RegistrationForm form, ModelStateDictionary state)
    {
        var notice = await _notices.WriteAsync(@event);
        if (form.NoticeVersion != notice.Version)
        {
            state.Remove($"{nameof(RegisterPage.Form)}.{nameof(form.NoticeVersion)}");
            state.AddModelError($"{nameof(RegisterPage.Form)}.{nameof(form.Consent)}", S["What is said above about your data has just changed. Please read it again."]);
        }

        var modes = @event.GetOrCreate<EventPart>().Modes();
        if (modes.Count > 1 && form.Mode is null)
        {
            state.AddModelError($"{nameof(RegisterPage.Form)}.{nameof(form.Mode)}", S["Choose how you take part."]);
        }

        var answers = QuestionFields.Of(@event, form.Answers).Check(state, _answerTexts);
        return !state.IsValid ? null : form.ToRegistrant(_notices.Agreed(notice, form.Optional)) with
        {
            Answers = answers,
            Mode = modes.Count > 1 ? form.Mode!.Value : modes[0], // It was asked for above.
        };
    }
}
