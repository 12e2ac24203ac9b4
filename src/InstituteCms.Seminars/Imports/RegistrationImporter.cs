using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Imports;

/// <summary>Registers the people of a table, or says what would become of them.</summary>
public sealed partial class RegistrationImporter
{
    private static readonly string[] _over = [nameof(RegistrationStatus.Cancelled), nameof(RegistrationStatus.Rejected)];

    private readonly ISession _session;
    private readonly AvailabilityReader _availability;
    private readonly PersonalLinks _links;
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly IStringLocalizer S;

    public RegistrationImporter(
        ISession session, AvailabilityReader availability, PersonalLinks links, IClock clock, ILogger<RegistrationImporter> logger, IStringLocalizer<RegistrationImporter> localizer)
    {
        _session = session;
        _availability = availability;
        _links = links;
        _clock = clock;
        _logger = logger;
        S = localizer;
    }

    /// <summary>What would become of each line; nothing is written.</summary>
    public async Task<IReadOnlyList<ImportLine>> ForeseeAsync(ContentItem @event, ImportForm form, IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        var registered = await RegisteredAsync(@event.ContentItemId, cancellationToken);
        var sound = lines.Where(line => line.Registrant is not null).ToList();
        var outcomes = ImportForecast.Decide(
            await _availability.ReadAsync(@event, cancellationToken),
            @event.GetOrCreate<RegistrationPart>().Promotion,
            form.MayWait,
            sound.Select(line => (
                new RegistrationWish(line.Registrant!.Email, line.Registrant.Seats, Mode: line.Registrant.Mode),
                registered.Contains(EmailAddressKey.From(line.Registrant.Email)))),
            _clock.UtcNow);
        var byLine = sound.Zip(outcomes).ToDictionary(pair => pair.First.Row.Line, pair => pair.Second);
        return [.. lines.Select(line => line with { Outcome = byLine.GetValueOrDefault(line.Row.Line) })];
    }

    /// <summary>
    /// Registers one after another, each in a scope and a transaction of its own: what one of them is refused undoes nothing of the others, and seats
    /// are not locked for longer than anybody else would. Stopped half-way, those before are registered, and are told apart the next time.
    /// </summary>
    public async Task<IReadOnlyList<ImportLine>> ImportAsync(ContentItem @event, ImportForm form, IReadOnlyList<ImportLine> lines, string byUser)
    {
        await _session.SaveChangesAsync(); // Gives the connection back.
        var terms = new ByHand(byUser, form.MayWait, form.Tells, S["Imported from a table"]);
        var baseUrl = await _links.BaseUrlAsync();
        var done = new List<ImportLine>(lines.Count);
        foreach (var line in lines)
        {
            done.Add(line.Registrant is null ? line : await ImportAsync(@event.ContentItemId, line, terms, baseUrl));
        }

        return done;
    }

    private async Task<ImportLine> ImportAsync(string eventId, ImportLine line, ByHand terms, string baseUrl)
    {
        RegistrationOutcome? outcome = null;
        try
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                scope.ServiceProvider.GetRequiredService<PersonalLinks>().BaseUrl = baseUrl;
                var receipt = await scope.ServiceProvider.GetRequiredService<RegistrationDesk>().RegisterByHandAsync(eventId, line.Registrant!, terms);
                outcome = receipt?.Outcome ?? new RegistrationOutcome.Refused(RefusalReason.NotOffered); // The event was taken off meanwhile.
            });
            return line with { Outcome = outcome };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogNotStored(e, eventId, line.Row.Line);
            return line with { Problem = S["The line could not be stored because of a fault of the site. Import it again: nobody is registered twice."] };
        }
    }

    private async Task<HashSet<string>> RegisteredAsync(string eventId, CancellationToken cancellationToken)
    {
        var rows = await _session.QueryIndex<RegistrationIndex>(index => index.EventId == eventId && index.Status.IsNotIn(_over)).ListAsync(cancellationToken);
        return [.. rows.Select(row => row.EmailKey)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId}: line {Line} of an import could not be stored.")]
    private partial void LogNotStored(Exception exception, string eventId, int line);
}
