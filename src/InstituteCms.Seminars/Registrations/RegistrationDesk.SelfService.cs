using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>What registrants do behind their personal link, beside cancelling.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Changes what a registrant may change; seats are taken or given back with it. <see langword="null"/> when the link belongs to nobody.</summary>
    public async Task<EditDecision?> EditAsync(PersonalToken token, RegistrantDetails wanted, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } registration)
        {
            return null;
        }

        await _seats.LockAsync(registration.EventId);
        var nowUtc = _clock.UtcNow;
        var @event = await _contentManager.GetAsync(registration.EventId);
        var before = registration.Details;
        var after = wanted.KeepingWordsOf(before);
        var decision = await DecideAsync(@event, registration, after, nowUtc, cancellationToken);
        var changed = decision == EditDecision.Change ? before.DifferencesTo(after) : [];
        if (changed.Count == 0)
        {
            await _session.CancelAsync(); // Seats may have been taken for a change that does not come about.
            return decision;
        }

        registration.Details = after;
        registration.History.Add(new() { AtUtc = nowUtc, By = RegistrationActor.Registrant, From = registration.Status, To = registration.Status, Edited = changed });
        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        await MoveUpAsync(@event!, nowUtc, cancellationToken);
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogEdited(registration.EventId, registration.Id);
        return EditDecision.Change;
    }

    /// <summary>Erases a person at their own wish. Before the event's end the registration is cancelled first, and its seats go on.</summary>
    /// <returns>Whether the link belonged to somebody.</returns>
    public async Task<bool> EraseAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } registration)
        {
            return false;
        }

        await _seats.LockAsync(registration.EventId);
        var nowUtc = _clock.UtcNow;
        var @event = await _contentManager.GetAsync(registration.EventId) ?? await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest);
        if (!(nowUtc >= @event?.GetOrCreate<EventPart>().EndUtc))
        {
            await TryMoveAsync(@event, registration, RegistrationCommand.Cancel, new(RegistrationActor.Registrant), nowUtc, cancellationToken);
        }

        await _eraser.EraseAsync(registration, nowUtc, cancellationToken);
        if (@event is not null)
        {
            await MoveUpAsync(@event, nowUtc, cancellationToken);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogErased(registration.EventId, registration.Id);
        return true;
    }

    private async Task<EditDecision> DecideAsync(
        ContentItem? @event, Registration registration, RegistrantDetails after, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (@event is null)
        {
            return EditDecision.NotPossible;
        }

        var (terms, facts) = (@event.GetOrCreate<RegistrationPart>(), await _availability.ReadAsync(@event, cancellationToken));
        var decision = EditPolicy.Decide(
            registration.Status, facts.Status == EventStatus.Cancelled, registration.Seats, after.Seats, terms.MaxParty, terms.ChangesUntilUtc, facts.EndUtc, nowUtc);
        return decision == EditDecision.Change && !await TryResizeAsync(registration, after.Seats - registration.Seats, facts) ? EditDecision.NoSeat : decision;
    }

    /// <summary>Takes seats for more people, beside all who wait; or gives seats back.</summary>
    private async Task<bool> TryResizeAsync(Registration registration, int more, AvailabilityFacts facts)
    {
        var (eventId, invited, mode) = (registration.EventId, registration.Invited, registration.Mode);
        var pool = facts.For(mode).Seats;
        if (registration.Line > 0)
        {
            await _seats.ResizeInLineAsync(eventId, more, mode);
        }
        else if (registration.SeatsHeld > 0 && more > 0)
        {
            return pool.FitsNewcomer(more, invited) && await _seats.TryTakeSeatsAsync(eventId, more, invited, pool.Capacity, pool.HeldBack, mode);
        }
        else if (registration.SeatsHeld > 0 && more < 0)
        {
            await _seats.FreeSeatsAsync(eventId, -more, invited, mode);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} was changed by the registrant.")]
    private partial void LogEdited(string eventId, long registrationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} was erased at the registrant's wish.")]
    private partial void LogErased(string eventId, long registrationId);
}
