using InstituteCms.CheckIn;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;

namespace InstituteCms.Registrations;

/// <summary>Somebody who comes unregistered.</summary>
/// <param name="Key">Sent twice, it is the same person.</param>
/// <param name="AtUtc">When the person came.</param>
/// <param name="ByUser">User name of whoever stands at the door.</param>
public sealed record WalkIn(PersonalToken Key, string Name, DateTime AtUtc, string ByUser);

/// <summary>What happens at the door.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Takes ticks, in whatever order they arrive. Those about nobody who has a seat at this event come to nothing.</summary>
    public async Task TickAsync(string eventId, IReadOnlyCollection<(long RegistrationId, CheckInTick Tick)> ticks, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(eventId);
        var found = await _session.GetAsync<Registration>([.. ticks.Select(tick => tick.RegistrationId).Distinct()], cancellationToken: cancellationToken);
        var registrations = found
            .Where(one => one.EventId == eventId && one is { Status: RegistrationStatus.Confirmed, ErasedUtc: null })
            .ToDictionary(one => one.Id);
        foreach (var ofOne in ticks.ToLookup(tick => tick.RegistrationId, tick => tick.Tick))
        {
            if (registrations.TryGetValue(ofOne.Key, out var registration)
                && ofOne.Aggregate(registration.LastTick, CheckInTick.Latest) is { } latest && latest != registration.LastTick)
            {
                registration.LastTick = latest;
                await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
            }
        }

        await _session.SaveChangesAsync(cancellationToken);
        LogTicked(eventId, ticks.Count);
    }

    /// <summary>Gives somebody at the door a seat, if there is one. There is no address: nothing is claimed for it, and nobody gets a mail.</summary>
    /// <returns>Why not; <see langword="null"/> for those who are let in.</returns>
    public async Task<RefusalReason?> LetInAsync(ContentItem @event, WalkIn walkIn, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(@event.ContentItemId);
        if (await FindAsync(walkIn.Key, cancellationToken) is not null)
        {
            return null;
        }

        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var registration = New(@event.ContentItemId, walkIn);
        var reason = WalkInPolicy.WhyNot(facts, walkIn.AtUtc) ?? (await TakeSeatsAsync(registration, facts) ? null : (RefusalReason?)RefusalReason.Full);
        if (reason is null)
        {
            await _session.SaveAsync(registration);
            LogLetIn(@event.ContentItemId);
        }

        await _session.SaveChangesAsync(cancellationToken); // Ends the lock in any case: others may be at the door.
        return reason;
    }

    private static Registration New(string eventId, WalkIn walkIn) => new()
    {
        EventId = eventId,
        Status = RegistrationStatus.Confirmed,
        Name = walkIn.Name,
        CreatedUtc = walkIn.AtUtc,
        TokenHashes = [walkIn.Key.Hash],
        LastTick = new(walkIn.AtUtc, IsHere: true),
        History = [new() { AtUtc = walkIn.AtUtc, By = RegistrationActor.Organizer, ByUser = walkIn.ByUser, To = RegistrationStatus.Confirmed }],
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: {Ticks} ticks came from the door.")]
    private partial void LogTicked(string eventId, int ticks);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: somebody was let in unregistered.")]
    private partial void LogLetIn(string eventId);
}
