using InstituteCms.Events;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Proof;

/// <summary>Checks that what the desk promises holds, for one event: by what is stored now, whoever stored it.</summary>
/// <remarks>People may register meanwhile: a finding is looked at once more before it is told.</remarks>
public sealed class RegistrationProof
{
    private const int PageSize = 200;
    private const int Examples = 5;

    private readonly IStore _store;
    private readonly AvailabilityReader _availability;
    private readonly ProofTables _tables;

    public RegistrationProof(IStore store, AvailabilityReader availability, ProofTables tables)
    {
        _store = store;
        _availability = availability;
        _tables = tables;
    }

    /// <summary>Every check, in the order in which people read of them.</summary>
    public async Task<IReadOnlyList<ProofResult>> CheckAsync(ContentItem @event, CancellationToken cancellationToken = default)
    {
        var results = await CheckOnceAsync(@event, cancellationToken);
        return results.All(result => result.Holds) ? results : await CheckOnceAsync(@event, cancellationToken);
    }

    private async Task<IReadOnlyList<ProofResult>> CheckOnceAsync(ContentItem @event, CancellationToken cancellationToken)
    {
        var eventId = @event.ContentItemId;
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var tally = await TallyAsync(eventId, cancellationToken);
        var unclaimed = await _tables.ListUnclaimedAsync(eventId, cancellationToken);
        return
        [
            new(ProofCheck.SeatsWithinCapacity, Over(facts, AttendanceMode.InPerson) + Over(facts, AttendanceMode.Online)),
            new(ProofCheck.LedgerIsWhatIsHeld, tally.DifferenceTo(facts)),
            Of(ProofCheck.OneRegistrationPerAddress, await _tables.ListSameAddressAsync(eventId, cancellationToken)),
            Of(ProofCheck.ClaimsAreRegistrations, unclaimed) with { Broken = unclaimed.Length + await _tables.CountIdleClaimsAsync(eventId, cancellationToken) },
            Of(ProofCheck.HistoriesAreWhole, tally.BrokenHistories),
            Of(ProofCheck.ChangesAreLawful, tally.UnlawfulChanges),
            Of(ProofCheck.LinesAreInOrder, await _tables.ListOutOfLineAsync(eventId, cancellationToken)),
            Of(ProofCheck.ConfirmedHaveMail, [.. (await _tables.ListWithoutMailAsync(eventId, cancellationToken)).Where(id => !tally.NotTold.Contains(id))]),
        ];
    }

    private static ProofResult Of(ProofCheck check, IReadOnlyCollection<long> broken) => new(check, broken.Count) { Examples = [.. broken.Take(Examples)] };

    private static int Over(AvailabilityFacts facts, AttendanceMode mode) =>
        facts.For(mode).Seats is { Capacity: { } capacity } pool ? Math.Max(0, pool.Taken - capacity) : 0;

    /// <summary>Looks into every registration, some at a time: none stays in memory.</summary>
    private async Task<ProofTally> TallyAsync(string eventId, CancellationToken cancellationToken)
    {
        var tally = new ProofTally();
        for (var looked = 0; ; looked += PageSize)
        {
            await using var session = _store.CreateSession(withTracking: false);
            var page = (await session
                .Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId)
                .OrderBy(registration => registration.Id)
                .Skip(looked)
                .Take(PageSize)
                .ListAsync(cancellationToken)).ToList();
            page.ForEach(tally.Add);
            if (page.Count < PageSize)
            {
                return tally;
            }
        }
    }
}
