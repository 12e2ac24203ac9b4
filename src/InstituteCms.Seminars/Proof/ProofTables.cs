using Dapper;
using InstituteCms.Mails;
using InstituteCms.Registrations;

namespace InstituteCms.Proof;

/// <summary>The checks that the database answers by itself, without a look into any document. Each gives the registrations for which it does not hold.</summary>
/// <remarks>Who came to the door without an address claims none, and gets no mail.</remarks>
public sealed class ProofTables
{
    private readonly ISession _session;

    public ProofTables(ISession session) => _session = session;

    private string Registrations => Quote(nameof(RegistrationIndex));

    private string Claims => Quote(SeatLedger.ClaimsTable);

    private string Outbox => Quote(nameof(OutboxIndex));

    /// <summary>Registrations that stand although another with the same address does.</summary>
    public Task<long[]> ListSameAddressAsync(string eventId, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT r."DocumentId" FROM {Registrations} r WHERE r."EventId" = @eventId AND r."Erased" = @no AND r."EmailKey" <> '' AND r."Status" NOT IN (@cancelled, @rejected)
            AND r."EmailKey" IN (
                SELECT "EmailKey" FROM {Registrations} WHERE "EventId" = @eventId AND "Erased" = @no AND "Status" NOT IN (@cancelled, @rejected)
                GROUP BY "EmailKey" HAVING COUNT(*) > 1)
        """,
        eventId,
        cancellationToken);

    /// <summary>Registrations that stand and whose address is not claimed.</summary>
    public Task<long[]> ListUnclaimedAsync(string eventId, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT r."DocumentId" FROM {Registrations} r WHERE r."EventId" = @eventId AND r."Erased" = @no AND r."EmailKey" <> '' AND r."Status" NOT IN (@cancelled, @rejected)
            AND NOT EXISTS (SELECT 1 FROM {Claims} c WHERE c."EventId" = @eventId AND c."EmailKey" = r."EmailKey")
        """,
        eventId,
        cancellationToken);

    /// <summary>How many addresses are claimed for a registration that does not stand.</summary>
    public async Task<int> CountIdleClaimsAsync(string eventId, CancellationToken cancellationToken) => (int)(await ListAsync(
        $"""
        SELECT COUNT(*) FROM {Claims} c WHERE c."EventId" = @eventId AND NOT EXISTS (
            SELECT 1 FROM {Registrations} r WHERE r."EventId" = @eventId AND r."EmailKey" = c."EmailKey" AND r."Status" NOT IN (@cancelled, @rejected))
        """,
        eventId,
        cancellationToken))[0];

    /// <summary>Registrations that wait without a place in line, share one, or have one and do not wait.</summary>
    public Task<long[]> ListOutOfLineAsync(string eventId, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT r."DocumentId" FROM {Registrations} r WHERE r."EventId" = @eventId AND (
            (r."Status" = @waitlisted AND r."Line" <= 0) OR (r."Status" <> @waitlisted AND r."Line" > 0)
            OR r."Line" IN (SELECT "Line" FROM {Registrations} WHERE "EventId" = @eventId AND "Line" > 0 GROUP BY "Line" HAVING COUNT(*) > 1))
        """,
        eventId,
        cancellationToken);

    /// <summary>Confirmed registrations of which no mail tells that was sent, was given up, or is going to be sent.</summary>
    public Task<long[]> ListWithoutMailAsync(string eventId, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT r."DocumentId" FROM {Registrations} r WHERE r."EventId" = @eventId AND r."Erased" = @no AND r."EmailKey" <> '' AND r."Status" = @confirmed
            AND r."DocumentId" NOT IN (
                SELECT o."RegistrationId" FROM {Outbox} o
                WHERE o."EventId" = @eventId AND o."Kind" IN (@saysConfirmed, @saysPromoted) AND (o."Status" IN (@sent, @failed) OR o."DueUtc" IS NOT NULL))
        """,
        eventId,
        cancellationToken);

    private async Task<long[]> ListAsync(string sql, string eventId, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            eventId,
            no = false,
            cancelled = nameof(RegistrationStatus.Cancelled),
            rejected = nameof(RegistrationStatus.Rejected),
            waitlisted = nameof(RegistrationStatus.Waitlisted),
            confirmed = nameof(RegistrationStatus.Confirmed),
            saysConfirmed = nameof(MailKind.Confirmed),
            saysPromoted = nameof(MailKind.Promoted),
            sent = nameof(OutboxStatus.Sent),
            failed = nameof(OutboxStatus.Failed),
        };
        var connection = await _session.CreateConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<long>(new CommandDefinition(sql, parameters, _session.CurrentTransaction, cancellationToken: cancellationToken))];
    }

    private string Quote(string table)
    {
        var configuration = _session.Store.Configuration;
        return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + table, null);
    }
}
