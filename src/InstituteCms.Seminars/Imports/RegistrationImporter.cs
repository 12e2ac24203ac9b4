using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Imports;

/// <summary>Registers the people of a table, or says what would become of them.</summary>
public sealed class RegistrationImporter
{
    private readonly ISession _session;
    private readonly AvailabilityReader _availability;
    private readonly PersonalLinks _links;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public RegistrationImporter(
        ISession session, AvailabilityReader availability, PersonalLinks links, IClock clock, IStringLocalizer<RegistrationImporter> localizer)
    {
        S = localizer;
        _session = session;
        _availability = availability;
        _links = links;
        _clock = clock;
    }

    /// <summary>What would become of each line; nothing is written.</summary>
    public async Task<IReadOnlyList<ImportLine>> TryAsync(ContentItem @event, ImportForm form, IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        var sound = lines.Where(line => line.Registrant is not null).ToList();
        var registered = await RegisteredAsync(@event.ContentItemId, cancellationToken);
        var outcomes = ImportForecast.Decide(
            await _availability.ReadAsync(@event, cancellationToken),
            form.MayWait,
            sound.Select(line => (new RegistrationWish(line.Registrant!.Email, line.Registrant.Seats), registered.Contains(EmailAddressKey.From(line.Registrant.Email)))),
            _clock.UtcNow).ToList();
        var byLine = sound.Zip(outcomes).ToDictionary(pair => pair.First.Line, pair => pair.Second);
        return [.. lines.Select(line => line with { Outcome = byLine.GetValueOrDefault(line.Line) })];
    }

    /// <summary>Registers one after another, each by itself: stopped half-way, those before are registered, and are told apart the next time.</summary>
    public async Task<IReadOnlyList<ImportLine>> ImportAsync(ContentItem @event, ImportForm form, IReadOnlyList<ImportLine> lines, string byUser, CancellationToken cancellationToken)
    {
        var terms = new ByHand(byUser, form.MayWait, form.Mail, S["Imported from a file"]);
        var baseUrl = await _links.BaseUrlAsync();
        var done = new List<ImportLine>(lines.Count);
        foreach (var line in lines)
        {
            RegistrationOutcome? outcome = null;
            if (line.Registrant is { } registrant)
            {
                await ShellScope.UsingChildScopeAsync(async scope => // What one is refused undoes nothing of the others.
                {
                    scope.ServiceProvider.GetRequiredService<PersonalLinks>().BaseUrl = baseUrl;
                    outcome = (await scope.ServiceProvider.GetRequiredService<RegistrationDesk>()
                        .RegisterByHandAsync(@event.ContentItemId, registrant, terms, cancellationToken))?.Outcome;
                });
            }

            done.Add(line with { Outcome = outcome });
        }

        return done;
    }

    private async Task<HashSet<string>> RegisteredAsync(string eventId, CancellationToken cancellationToken)
    {
        string[] gone = [nameof(RegistrationStatus.Cancelled), nameof(RegistrationStatus.Rejected)];
        var rows = await _session.QueryIndex<RegistrationIndex>(index => index.EventId == eventId && index.Status.IsNotIn(gone)).ListAsync(cancellationToken);
        return [.. rows.Select(row => row.EmailKey)];
    }
}
