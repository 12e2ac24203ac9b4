using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Api.Registering;

/// <summary>Says of registrations what those may know who ask.</summary>
public sealed class RegistrationWriter
{
    private readonly RegistrationDesk _desk;
    private readonly PrivacyNoticeWriter _notices;
    private readonly IContentManager _contentManager;
    private readonly IClock _clock;

    public RegistrationWriter(RegistrationDesk desk, PrivacyNoticeWriter notices, IContentManager contentManager, IClock clock) =>
        (_desk, _notices, _contentManager, _clock) = (desk, notices, contentManager, clock);

    public async Task<RegistrationFormResource> FormAsync(ContentItem @event)
    {
        var notice = await _notices.WriteAsync(@event);
        return new()
        {
            NoticeVersion = notice.Version,
            Notice = [.. notice.Lines()],
            ReportNewsConsent = _notices.ReportNews,
            MaxGuests = @event.GetOrCreate<RegistrationPart>().MaxParty - 1,
            Languages = [.. RegistrationForm.Languages.Keys],
            Questions = [.. QuestionFields.Of(@event, new()).Questions.Select(Question)],
        };
    }

    public async Task<RegistrationResource> OwnAsync(Registration registration, CancellationToken cancellationToken)
    {
        var place = await _desk.PlaceAsync(registration, cancellationToken);
        return new()
        {
            EventId = registration.EventId,
            Status = StatusOf(registration),
            WaitlistPlace = place > 0 ? place : null,
            Lapses = ResourceText.Instant(registration.LapsesUtc),
            Name = registration.Name,
            Email = registration.Email,
            Affiliation = registration.Affiliation,
            Language = registration.Culture,
            Seats = registration.Seats,
            Companions = [.. registration.Companions],
            Answers = registration.Answers.DistinctBy(answer => answer.QuestionId).ToDictionary(answer => answer.QuestionId, answer => answer.Values),
            MayChange = await MayChangeAsync(registration),
        };
    }

    public static OrganizerRegistrationResource ForOrganizers(Registration registration) => new()
    {
        Id = registration.Id,
        Status = StatusOf(registration),
        Name = registration.Name,
        Email = registration.Email,
        Affiliation = registration.Affiliation,
        Seats = registration.Seats,
        Created = ResourceText.Instant(registration.CreatedUtc)!.Value,
        Commands = registration.ErasedUtc is null
            ? [.. RegistrationTransition.Commands(registration.Status, RegistrationActor.Organizer).Select(command => command.ToString())]
            : [],
    };

    internal static ApiRegistrationStatus StatusOf(Registration registration) => (ApiRegistrationStatus)registration.Status;

    private async Task<bool> MayChangeAsync(Registration registration)
    {
        if (await _contentManager.GetAsync(registration.EventId) is not { } @event)
        {
            return false;
        }

        var (part, terms) = (@event.GetOrCreate<EventPart>(), @event.GetOrCreate<RegistrationPart>());
        return EditPolicy.Decide(
            registration.Status, part.Status == EventStatus.Cancelled, registration.Seats, registration.Seats, terms.MaxParty, terms.ChangesUntilUtc, part.EndUtc, _clock.UtcNow) == EditDecision.Change;
    }

    private static QuestionResource Question(Question question) => new()
    {
        Id = question.Id,
        Kind = question.Kind.ToString(),
        Label = question.Label.In(QuestionFields.Language),
        Help = ResourceText.Of(question.Help.In(QuestionFields.Language)),
        Required = question.Required && question.Condition is null,
        Choices = [.. question.Choices.Select(choice => new ChoiceResource { Id = choice.Id, Label = choice.Label.In(QuestionFields.Language) })],
    };
}
