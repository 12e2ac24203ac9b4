using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Registering; who writes for whom, and when: <see cref="RegistrationGroups"/>.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Registers a person; <see langword="null"/> when there is no such published event.</summary>
    public Task<RegistrationReceipt?> RegisterAsync(string eventId, Registrant registrant, CancellationToken cancellationToken = default) =>
        RegisterAsync(eventId, registrant, alongside: null, cancellationToken);

    /// <inheritdoc cref="RegisterAsync(string, Registrant, CancellationToken)"/>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="registrant">Who it is.</param>
    /// <param name="alongside">What is to be committed together with the registration, or with the refusal.</param>
    /// <param name="cancellationToken">Ends the work before it is begun.</param>
    public async Task<RegistrationReceipt?> RegisterAsync(
        string eventId, Registrant registrant, Func<ISession, RegistrationReceipt, Task>? alongside, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested(); // Later, somebody else may write it.
        var request = new RegistrationRequest(registrant, await _personalLinks.BaseUrlAsync()) { Alongside = alongside };
        if (_session.CurrentTransaction is null)
        {
            await _session.SaveChangesAsync(cancellationToken); // Gives the connection back: whoever stands in line leaves it to those who read and write.
            await _groups.RegisterAsync(eventId, request, next => RegisterTogetherAsync(eventId, next), one => RegisterApartAsync(eventId, one));
        }
        else
        {
            await RegisterTogetherAsync(eventId, () => [request]); // It belongs to what the caller writes.
        }

        return request.Receipt;
    }

    /// <summary>This session has failed, and writes nothing more.</summary>
    private static Task RegisterApartAsync(string eventId, RegistrationRequest request) => ShellScope.UsingChildScopeAsync(
        scope => scope.ServiceProvider.GetRequiredService<RegistrationDesk>().RegisterTogetherAsync(eventId, () => [request]));

    /// <summary>Registers people in one transaction, one after the other; afterwards each has a receipt.</summary>
    /// <param name="next">Gives them, as soon as nobody else can change the event's registrations.</param>
    private async Task RegisterTogetherAsync(string eventId, Func<IReadOnlyList<RegistrationRequest>> next)
    {
        try
        {
            await DecideTogetherAsync(eventId, next);
        }
        catch
        {
            await _session.CancelAsync(); // What was begun holds the event's lock, and those who try again need it.
            throw;
        }
    }

    private async Task DecideTogetherAsync(string eventId, Func<IReadOnlyList<RegistrationRequest>> next)
    {
        await _session.BeginTransactionAsync(); // First of all, so that what is read still holds when it is written.
        if (await _contentManager.GetAsync(eventId) is not { } @event)
        {
            next();
            await _session.CancelAsync();
            return;
        }

        await _seats.LockAsync(eventId);
        var requests = next();
        var nowUtc = _clock.UtcNow;
        var claimed = await _seats.ListClaimedAsync(eventId, [.. requests.Select(request => EmailAddressKey.From(request.Registrant.Email))]);
        var entered = new List<ToldRegistration>();
        var hasWritten = false;
        foreach (var request in requests)
        {
            hasWritten |= await RegisterAsync(@event, request, claimed, entered, nowUtc);
        }

        await SettleAsync(@event, entered, nowUtc);
        foreach (var request in requests.Where(request => request.Alongside is not null))
        {
            await request.Alongside!(_session, request.Receipt!);
            hasWritten = true;
        }

        await (hasWritten ? _session.SaveChangesAsync() : _session.CancelAsync());
        if (hasWritten)
        {
            MailOutbox.DeliverSoon(); // Once for all of them.
        }

        foreach (var request in requests)
        {
            LogDecided(eventId, request.Receipt!.Outcome);
        }
    }

    /// <summary>Decides on one request, and writes what comes of it; false when that is nothing.</summary>
    private async Task<bool> RegisterAsync(
        ContentItem @event, RegistrationRequest request, HashSet<string> claimed, List<ToldRegistration> entered, DateTime nowUtc)
    {
        var registrant = request.Registrant;
        var emailKey = EmailAddressKey.From(registrant.Email);
        var facts = await _availability.ReadAsync(@event);
        var wish = new RegistrationWish(registrant.Email, registrant.Seats, registrant.Invited, registrant.Mode);
        var outcome = RegistrationPolicy.Decide(facts, @event.GetOrCreate<RegistrationPart>().Rules(), wish, claimed.Contains(emailKey), nowUtc);
        if (outcome is RegistrationOutcome.Accepted accepted)
        {
            var token = PersonalToken.Create();
            var registration = New(@event.ContentItemId, registrant, accepted, token, nowUtc);
            (outcome, var place) = await EnterAsync(registration, facts, outcome);
            if (outcome is RegistrationOutcome.Accepted)
            {
                claimed.Add(emailKey);
                request.Receipt = new(outcome, token);
                entered.Add(new(registration, token, place, request.SiteUrl));
                await _session.SaveAsync(registration);
                if (facts.MayMoveUp)
                {
                    await SettleAsync(@event, entered, nowUtc); // Whoever comes next finds the line as it is then.
                }

                return true;
            }
        }

        request.Receipt = new(outcome);
        return outcome is RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered)
            && await FindHolderAsync(@event.ContentItemId, emailKey) is { } holder
            && await _links.PutAsync(@event, holder, request.SiteUrl);
    }

    /// <summary>Tells those who have been registered, and lets those move up for whom there are seats: some may be free that were too few for the first in line.</summary>
    private async Task SettleAsync(ContentItem @event, List<ToldRegistration> entered, DateTime nowUtc)
    {
        if (entered.Count > 0)
        {
            await TellAsync(entered, nowUtc);
            entered.Clear();
            await MoveUpAsync(@event, nowUtc, CancellationToken.None);
        }
    }

    /// <summary>Orders the mails that tell of the last change of each.</summary>
    private async Task TellAsync(IReadOnlyList<ToldRegistration> told, DateTime nowUtc)
    {
        await _session.FlushAsync(); // The mails name the registrations, which have their numbers once they are written: all at once.
        foreach (var (registration, token, place, siteUrl) in told)
        {
            await _outbox.PutAsync(MailOrder.Of(registration, registration.History[^1], token, place, siteUrl), nowUtc);
        }
    }

    private async Task<Registration?> FindHolderAsync(string eventId, string emailKey) =>
        (await _session.Query<Registration, RegistrationIndex>(r => r.EventId == eventId && r.EmailKey == emailKey).ListAsync())
            .FirstOrDefault(registration => registration.IsActive);

    /// <summary>Takes what goes with the status, and claims the address. The database has the last word.</summary>
    /// <returns>What comes of it, and the place on the waiting list, as of <see cref="PlaceAsync"/>.</returns>
    private async Task<(RegistrationOutcome Outcome, int Place)> EnterAsync(Registration registration, AvailabilityFacts facts, RegistrationOutcome outcome)
    {
        if (registration.SeatsHeld > 0 && !await TakeSeatsAsync(registration, facts))
        {
            return (new RegistrationOutcome.Refused(RefusalReason.Full), 0);
        }

        if (!await _seats.TryClaimAsync(registration.EventId, EmailAddressKey.From(registration.Email)))
        {
            await _seats.FreeSeatsAsync(registration.EventId, registration.SeatsHeld, registration.Invited, registration.Mode);
            return (new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered), 0);
        }

        var place = 0;
        if (registration.Status == RegistrationStatus.Waitlisted)
        {
            (registration.Line, place) = await _seats.JoinLineAsync(registration.EventId, registration.Seats, registration.Mode);
        }

        return (outcome, place);
    }

    private static Registration New(string eventId, Registrant registrant, RegistrationOutcome.Accepted accepted, PersonalToken token, DateTime nowUtc) => new()
    {
        EventId = eventId,
        Status = accepted.Status,
        OnceProved = accepted.OnceProved,
        LapsesUtc = accepted.Status == RegistrationStatus.AwaitingConfirmation ? nowUtc + RegistrationRules.ConfirmationHold : null,
        Seats = registrant.Seats,
        Mode = registrant.Mode,
        Companions = [.. registrant.Companions],
        Invited = registrant.Invited,
        Name = registrant.Name,
        Email = EmailAddressKey.Fold(registrant.Email),
        Affiliation = registrant.Affiliation,
        Answers = registrant.Answers,
        Culture = registrant.Culture,
        CreatedUtc = nowUtc,
        TokenHashes = [token.Hash],
        LinkSentUtc = nowUtc,
        PrivacyNotice = registrant.PrivacyNotice,
        History = [new() { AtUtc = nowUtc, By = RegistrationActor.Registrant, To = accepted.Status }],
    };

    /// <summary>Somebody who is told of a change, and what the mail says besides: the link, the place on the waiting list, and the site's address as the person knows it.</summary>
    private sealed record ToldRegistration(Registration Registration, PersonalToken Token, int Place, string SiteUrl);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: an attempt to register ended as {Outcome}.")]
    private partial void LogDecided(string eventId, RegistrationOutcome outcome);
}
