using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Questions;

/// <summary>Erases sensitive answers once their time is over: earlier than everything else that is known of a registrant.</summary>
public sealed partial class SensitiveAnswersEraser
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public SensitiveAnswersEraser(ISession session, IContentManager contentManager, IClock clock, ILogger<SensitiveAnswersEraser> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Erases everything that is due, event by event.</summary>
    public async Task EraseDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var answered = await _session.QueryIndex<AnsweredIndex>().ListAsync(cancellationToken);
        foreach (var eventId in answered.Select(row => row.EventId).Distinct())
        {
            var @event = await EventAsync(eventId);
            if (@event?.GetOrCreate<EventPart>().EndUtc is { } endUtc && RetentionPolicy.EraseUtc(endUtc, Days(@event)) <= nowUtc)
            {
                await EraseAsync(@event, cancellationToken);
            }
        }
    }

    private static int Days(ContentItem @event) => Math.Clamp(@event.GetOrCreate<QuestionsPart>().SensitiveDays, 0, SensitiveAnswers.MaxDays);

    /// <summary>An event that was deleted keeps the time it had.</summary>
    private async Task<ContentItem?> EventAsync(string eventId) =>
        await _contentManager.GetAsync(eventId) ?? (await _contentManager.GetAllVersionsAsync(eventId)).MaxBy(version => version.ModifiedUtc);

    private async Task EraseAsync(ContentItem @event, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        var eventId = @event.ContentItemId;
        var questions = @event.GetOrCreate<QuestionsPart>().Questions;
        var erased = 0;
        foreach (var registration in await _session.Query<Registration, AnsweredIndex>(row => row.EventId == eventId).ListAsync(cancellationToken))
        {
            var left = SensitiveAnswers.Without(registration.Answers, questions);
            if (left.Count < registration.Answers.Count)
            {
                registration.Answers = left;
                await _session.SaveAsync(registration, checkConcurrency: true);
                erased++;
            }
        }

        await _session.SaveChangesAsync(cancellationToken);
        if (erased > 0)
        {
            LogErased(eventId, erased);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: the sensitive answers of {Erased} registrations were erased.")]
    private partial void LogErased(string eventId, int erased);
}
