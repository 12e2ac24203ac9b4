using Dapper;
using InstituteCms.Mails;
using OrchardCore.Data.Migration;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>
/// Completes what was stored on a site of before registrations had a history and mails knew whose they are: on a newer site there is nothing
/// to do. It comes after all other migrations, whose tables it writes to.
/// </summary>
public sealed class EarlyRegistrationMigrations : DataMigration
{
    /// <summary>The mails' class, as it was called then.</summary>
    private const string EarlyMail = "InstituteCms.Registrations.OutboxMessage, InstituteCms.Seminars";

    /// <summary>Where a mail stood that had not gone out, as it was called then, and is now. No text within a document has such quotation marks.</summary>
    private const string Waiting = "\"Status\":\"Waiting\"", Queued = "\"Status\":\"Queued\"";

    private readonly ISession _session;

    public EarlyRegistrationMigrations(ISession session) => _session = session;

    public async Task<int> CreateAsync()
    {
        var registrations = await ReadRegistrationsAsync();
        foreach (var registration in registrations)
        {
            registration.History = [.. HistoryOf(registration)];
            await _session.SaveAsync(registration);
        }

        var ofEvent = registrations.ToLookup(registration => registration.EventId);
        foreach (var message in await ReadMailsAsync())
        {
            var owner = ofEvent[message.EventId].FirstOrDefault(one => one.CreatedUtc == message.CreatedUtc || one.CancelledUtc == message.CreatedUtc);
            message.RegistrationId = owner?.Id ?? 0;
            message.Kind = owner is null ? MailKind.Other : owner.CreatedUtc == message.CreatedUtc ? MailKind.Confirmed : MailKind.Cancelled;
            message.Enter(message.CreatedUtc);
            message.Id = 0;
            await _session.SaveAsync(message);
        }

        await SchemaBuilder.Connection.ExecuteAsync($"""DELETE FROM {Documents} WHERE "Type" = @EarlyMail""", new { EarlyMail }, SchemaBuilder.Transaction);
        return 1;
    }

    private string Documents => StoredRegistrations.Table(SchemaBuilder, nameof(Document));

    /// <summary>Then, one had a seat from the beginning, and gave it back or not.</summary>
    private static IEnumerable<RegistrationChange> HistoryOf(Registration registration)
    {
        yield return new() { AtUtc = registration.CreatedUtc, By = RegistrationActor.Registrant, To = RegistrationStatus.Confirmed };
        if (registration.Status == RegistrationStatus.Cancelled)
        {
            yield return new()
            {
                AtUtc = registration.CancelledUtc ?? registration.CreatedUtc,
                By = RegistrationActor.Registrant,
                Command = RegistrationCommand.Cancel,
                From = RegistrationStatus.Confirmed,
                To = RegistrationStatus.Cancelled,
            };
        }
    }

    private async Task<List<Registration>> ReadRegistrationsAsync()
    {
        var ids = await SchemaBuilder.Connection.QueryAsync<long>(
            $"""
            SELECT d."Id" FROM {Documents} d INNER JOIN {StoredRegistrations.Table(SchemaBuilder, nameof(RegistrationIndex))} i ON i."DocumentId" = d."Id"
            WHERE d."Content" NOT LIKE @whole
            """,
            new { whole = """%"History":[{%""" },
            SchemaBuilder.Transaction);
        return [.. await _session.GetAsync<Registration>([.. ids])];
    }

    private async Task<IEnumerable<OutboxMessage>> ReadMailsAsync()
    {
        var documents = await SchemaBuilder.Connection.QueryAsync<string>(
            $"""SELECT "Content" FROM {Documents} WHERE "Type" = @EarlyMail""", new { EarlyMail }, SchemaBuilder.Transaction);
        return documents.Select(content => StoredRegistrations.Read<OutboxMessage>(content.Replace(Waiting, Queued, StringComparison.Ordinal)));
    }
}
