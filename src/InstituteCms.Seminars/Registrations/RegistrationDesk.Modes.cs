using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Changing between the venue and online, at an event that has both.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Lets a person, and whoever comes along, take part in the other way. Seats are changed for seats, or nothing is changed; who waits, waits at
    /// the end of the other line.
    /// </summary>
    public async Task<ChangeResult> ChangeModeAsync(long id, AttendanceMode mode, ChangeReason reason, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await _session.GetAsync<Registration>(id) is not { ErasedUtc: null } registration)
        {
            return ChangeResult.NotFound;
        }

        await _seats.LockAsync(registration.EventId);
        var @event = await _contentManager.GetAsync(registration.EventId) ?? await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest);
        var result = @event is null ? ChangeResult.NotPossible : await TryChangeModeAsync(@event, registration, mode, cancellationToken);
        if (result != ChangeResult.Done)
        {
            await _session.SaveChangesAsync(cancellationToken); // As when a status cannot be changed.
            return result;
        }

        var nowUtc = _clock.UtcNow;
        registration.History.Add(new()
        {
            AtUtc = nowUtc, By = reason.By, ByUser = reason.ByUser, Why = reason.Why, From = registration.Status, To = registration.Status, Mode = mode,
        });
        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        await TellAsync(registration, token: null, nowUtc);
        await MoveUpAsync(@event!, nowUtc, cancellationToken);
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogModeChanged(registration.EventId, registration.Id, mode, reason.By);
        return ChangeResult.Done;
    }

    private async Task<ChangeResult> TryChangeModeAsync(ContentItem @event, Registration registration, AttendanceMode mode, CancellationToken cancellationToken)
    {
        var (eventId, seats, invited) = (registration.EventId, registration.Seats, registration.Invited);
        if (!registration.IsActive || registration.Mode == mode || !@event.GetOrCreate<EventPart>().Modes().Contains(mode))
        {
            return ChangeResult.NotPossible;
        }

        var (before, facts) = (registration.Mode, await _availability.ReadAsync(@event, cancellationToken));
        registration.Mode = mode;
        if (registration.SeatsHeld > 0)
        {
            if (!facts.For(mode).Seats.FitsNewcomer(seats, invited) || !await TakeSeatsAsync(registration, facts))
            {
                registration.Mode = before;
                return ChangeResult.NoSeat;
            }

            await _seats.FreeSeatsAsync(eventId, seats, invited, before);
        }
        else if (registration.Line > 0)
        {
            await _seats.LeaveLineAsync(eventId, seats, before);
            (registration.Line, _) = await _seats.JoinLineAsync(eventId, seats, mode);
        }

        return ChangeResult.Done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} takes part {Mode}, by the {Actor}.")]
    private partial void LogModeChanged(string eventId, long registrationId, AttendanceMode mode, RegistrationActor actor);
}
