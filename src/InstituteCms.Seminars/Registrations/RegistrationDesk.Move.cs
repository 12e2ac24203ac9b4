using InstituteCms.Mails;
using InstituteCms.Questions;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>What became of a move to another event.</summary>
/// <param name="Result">Whether it is done.</param>
/// <param name="Moved">The registration at the other event.</param>
public sealed record MoveReceipt(ChangeResult Result, Registration? Moved = null);

/// <summary>Registrations that go to another event.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Cancels a registration and makes another one for the same person at another event, both or neither. The person's links open the new one,
    /// and one mail about each is sent.
    /// </summary>
    /// <param name="id">The registration.</param>
    /// <param name="toEventId">Content item id of the other event, which is published and takes registrations.</param>
    /// <param name="mayWait">Whether the person joins the other waiting list where no seat is free.</param>
    /// <param name="reason">Who wants it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    public async Task<MoveReceipt> MoveAsync(long id, string toEventId, bool mayWait, ChangeReason reason, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await _session.GetAsync<Registration>(id) is not { ErasedUtc: null } registration || await _contentManager.GetAsync(toEventId) is not { } target)
        {
            return new(ChangeResult.NotFound);
        }

        if (!MayMove(registration) || registration.EventId == toEventId)
        {
            return new(ChangeResult.NotPossible);
        }

        foreach (var eventId in new[] { registration.EventId, toEventId }.Order(StringComparer.Ordinal))
        {
            await _seats.LockAsync(eventId); // Always in this order, so that two moves never wait for each other.
        }

        var nowUtc = _clock.UtcNow;
        var moved = Copy(registration, target);
        var result = await EnterMovedAsync(target, moved, registration.EventId, mayWait, reason, nowUtc, cancellationToken);
        var source = await _contentManager.GetAsync(registration.EventId) ?? await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest);
        if (result == ChangeResult.Done)
        {
            result = await TryMoveAsync(source, registration, RegistrationCommand.Cancel, reason, nowUtc, cancellationToken);
        }

        if (result != ChangeResult.Done)
        {
            await _session.CancelAsync();
            return new(result);
        }

        registration.History[^1].OtherEventId = toEventId;
        registration.TokenHashes = [PersonalToken.Create().Hash]; // The links went along.
        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        await _session.SaveAsync(moved);
        await TellOfMoveAsync(source, registration, target, moved, nowUtc, cancellationToken);
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogMoved(registration.EventId, registration.Id, toEventId);
        return new(ChangeResult.Done, moved);
    }

    /// <summary>Whether a registration can go to another event: it stands, and its address is known to be the person's.</summary>
    public static bool MayMove(Registration registration) =>
        registration is { IsActive: true, ErasedUtc: null, Status: not RegistrationStatus.AwaitingConfirmation, Email.Length: > 0 };

    private static Registration Copy(Registration registration, ContentItem target)
    {
        var asked = target.GetOrCreate<QuestionsPart>().Questions.Select(question => question.Id).ToHashSet();
        return new()
        {
            EventId = target.ContentItemId,
            Seats = registration.Seats,
            Mode = registration.Mode,
            Companions = [.. registration.Companions],
            Name = registration.Name,
            Email = registration.Email,
            Affiliation = registration.Affiliation,
            Answers = [.. registration.Answers.Where(answer => asked.Contains(answer.QuestionId))],
            Culture = registration.Culture,
            Notes = [.. registration.Notes],
            TokenHashes = [.. registration.TokenHashes],
            LinkSentUtc = registration.LinkSentUtc,
            PrivacyNotice = registration.PrivacyNotice,
        };
    }

    private async Task<ChangeResult> EnterMovedAsync(
        ContentItem target, Registration moved, string from, bool mayWait, ChangeReason reason, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var facts = await _availability.ReadAsync(target, cancellationToken);
        moved.Mode = facts.Modes.Contains(moved.Mode) ? moved.Mode : facts.Modes[0];
        var isRegistered = await FindHolderAsync(moved.EventId, EmailAddressKey.From(moved.Email)) is not null;
        var outcome = ByHandPolicy.Decide(facts.For(moved.Mode), moved.Seats, moved.Invited, mayWait, isRegistered, nowUtc);
        if (outcome is RegistrationOutcome.Accepted accepted)
        {
            (moved.Status, moved.CreatedUtc) = (accepted.Status, nowUtc);
            moved.History.Add(new() { AtUtc = nowUtc, By = reason.By, ByUser = reason.ByUser, Why = reason.Why, To = accepted.Status, OtherEventId = from });
            (outcome, _) = await EnterAsync(moved, facts, outcome);
        }

        return outcome switch
        {
            RegistrationOutcome.Accepted => ChangeResult.Done,
            RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered) => ChangeResult.AddressTaken,
            RegistrationOutcome.Refused(RefusalReason.Full) => ChangeResult.NoSeat,
            _ => ChangeResult.NotPossible,
        };
    }

    private async Task TellOfMoveAsync(
        ContentItem? source, Registration registration, ContentItem target, Registration moved, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (source is not null)
        {
            await TellAsync(registration, PersonalToken.Create(), nowUtc); // Says that it is cancelled; no link is in it.
            await MoveUpAsync(source, nowUtc, cancellationToken);
        }

        await TellAsync(moved, token: null, nowUtc);
        await MoveUpAsync(target, nowUtc, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} went to event {ToEventId}.")]
    private partial void LogMoved(string eventId, long registrationId, string toEventId);
}
