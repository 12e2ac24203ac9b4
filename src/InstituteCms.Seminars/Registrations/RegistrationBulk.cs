using InstituteCms.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>One command for many registrations: first what it would do, then doing it.</summary>
public sealed class RegistrationBulk
{
    /// <summary>The most that are changed at once, so that the answer does not keep anybody waiting.</summary>
    public const int Most = 500;

    /// <summary>What can be done to many.</summary>
    public static IReadOnlyList<RegistrationCommand> Commands { get; } =
    [
        RegistrationCommand.Approve,
        RegistrationCommand.Reject,
        RegistrationCommand.Promote,
        RegistrationCommand.Offer,
        RegistrationCommand.MoveToWaitlist,
        RegistrationCommand.Cancel,
    ];

    private readonly ISession _session;
    private readonly AvailabilityReader _availability;
    private readonly RegistrationCounts _counts;
    private readonly IClock _clock;

    public RegistrationBulk(ISession session, AvailabilityReader availability, RegistrationCounts counts, IClock clock)
    {
        _session = session;
        _availability = availability;
        _counts = counts;
        _clock = clock;
    }

    /// <summary>What a command would do.</summary>
    /// <param name="event">The event as it is announced.</param>
    /// <param name="chosen">Registrations of this event.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Forecast> ForecastAsync(ContentItem @event, IEnumerable<Registration> chosen, RegistrationCommand command, CancellationToken cancellationToken)
    {
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var promotion = @event.GetOrCreate<RegistrationPart>().Promotion;
        var isTooLate = facts.Status == EventStatus.Cancelled || _clock.UtcNow >= facts.StartUtc;
        var forecasts = new List<Forecast>();
        foreach (var way in chosen.GroupBy(registration => registration.Mode)) // Seats at the venue and online are counted apart.
        {
            var line = await _counts.LineAsync(@event.ContentItemId, way.Key, cancellationToken);
            forecasts.Add(ChangeForecast.Of(facts.For(way.Key).Seats, line, [.. InTurn(way).Select(State)], command, promotion, isTooLate));
        }

        return new([.. forecasts.SelectMany(forecast => forecast.Changes)], [.. forecasts.SelectMany(forecast => forecast.MovedUp)]);
    }

    /// <summary>Does it, one registration after another; how many came to which end.</summary>
    /// <remarks>Each has a session of its own: one that cannot be changed any more must not take the others back.</remarks>
    public static async Task<IReadOnlyDictionary<ChangeResult, int>> RunAsync(IEnumerable<Registration> chosen, RegistrationCommand command, ChangeReason reason, CancellationToken cancellationToken)
    {
        var results = new Dictionary<ChangeResult, int>();
        foreach (var state in ChangeForecast.InOrder(InTurn(chosen).Select(State), command).ToList())
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                var result = await scope.ServiceProvider.GetRequiredService<RegistrationDesk>().ChangeAsync(state.Id, command, reason, cancellationToken);
                results[result] = results.GetValueOrDefault(result) + 1;
            });
        }

        return results;
    }

    /// <summary>Those of an event among these, but for those whose data is erased.</summary>
    public async Task<IReadOnlyList<Registration>> ReadAsync(string eventId, IEnumerable<long> ids) =>
    [
        .. (await _session.GetAsync<Registration>([.. ids.Distinct().Take(Most)])).Where(registration => registration.EventId == eventId && registration.ErasedUtc is null),
    ];

    /// <summary>Those who wait by their place in line, the others as they came.</summary>
    private static IEnumerable<Registration> InTurn(IEnumerable<Registration> chosen) =>
        chosen.OrderBy(registration => registration.Line).ThenBy(registration => registration.CreatedUtc).ThenBy(registration => registration.Id);

    private static RegistrationState State(Registration registration) =>
        new(registration.Id, registration.Status, registration.Seats, registration.Invited, registration.SeatsHeld > 0);
}
