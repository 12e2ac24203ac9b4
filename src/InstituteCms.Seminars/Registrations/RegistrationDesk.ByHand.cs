using InstituteCms.Mails;

namespace InstituteCms.Registrations;

/// <summary>How an organiser registers somebody.</summary>
/// <param name="ByUser">The organiser's user name.</param>
/// <param name="MayWait">Whether the person joins the waiting list where no seat is free, however long the list is.</param>
/// <param name="Tells">Whether the person gets the mail that everybody gets.</param>
/// <param name="Why">Kept in the history; may be empty.</param>
public sealed record ByHand(string ByUser, bool MayWait, bool Tells, string Why = "");

/// <summary>Registrations that organisers make: whenever they like and for whom they like, but never beyond the seats there are.</summary>
/// <remarks>Why no seat is given too many: <c>docs/decisions/0011-no-seat-too-many-by-hand.md</c>.</remarks>
public sealed partial class RegistrationDesk
{
    /// <summary>Registers a person; <see langword="null"/> when there is no such published event.</summary>
    public async Task<RegistrationReceipt?> RegisterByHandAsync(string eventId, Registrant registrant, ByHand terms, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await _contentManager.GetAsync(eventId) is not { } @event)
        {
            return null;
        }

        await _seats.LockAsync(eventId);
        var nowUtc = _clock.UtcNow;
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        registrant = registrant with { Mode = facts.Modes.Contains(registrant.Mode) ? registrant.Mode : facts.Modes[0] };
        var isRegistered = await FindHolderAsync(eventId, EmailAddressKey.From(registrant.Email)) is not null;
        var outcome = ByHandPolicy.Decide(facts.For(registrant.Mode), registrant.Seats, registrant.Invited, terms.MayWait, isRegistered, nowUtc);
        var token = PersonalToken.Create();
        var registration = outcome is RegistrationOutcome.Accepted accepted ? New(eventId, registrant, accepted, token, nowUtc) : null;
        if (registration is not null)
        {
            (outcome, _) = await EnterAsync(registration, facts, outcome);
        }

        if (registration is null || outcome is not RegistrationOutcome.Accepted)
        {
            await _session.CancelAsync();
            return new(outcome);
        }

        var first = registration.History[0];
        (first.By, first.ByUser, first.Why) = (RegistrationActor.Organizer, terms.ByUser, terms.Why);
        await _session.SaveAsync(registration);
        if (terms.Tells)
        {
            await TellAsync(registration, token, nowUtc);
        }
        else
        {
            registration.LinkSentUtc = default; // Whoever asks for the link gets it at once.
        }

        await MoveUpAsync(@event, nowUtc, cancellationToken);
        outcome = new RegistrationOutcome.Accepted(registration.Status); // Seats may be free that were too few for those who wait.
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogDecided(eventId, outcome);
        return new(outcome, token);
    }
}
