using Dapper;
using InstituteCms.Registrations;

namespace InstituteCms.Mails;

/// <summary>
/// Marks per registration, each set once, in the session's transaction: a mail that is sent once and the mark for it are stored together,
/// whoever writes it, on whatever node, however often.
/// </summary>
public sealed class MailMarks
{
    /// <summary>RegistrationId and Mark (primary key together).</summary>
    public const string Table = "RegistrationMailMark";

    public const int MaxLength = 64;

    /// <summary>The mark of those who want no reminder, nor anything else that one can do without.</summary>
    public const string NoReminder = "NoReminder";

    private readonly ISession _session;

    public MailMarks(ISession session) => _session = session;

    private string Quoted
    {
        get
        {
            var configuration = _session.Store.Configuration;
            return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + Table, null);
        }
    }

    /// <summary>Sets a mark; false where it was set before.</summary>
    public async Task<bool> TrySetAsync(long registrationId, string mark)
    {
        var transaction = await _session.BeginTransactionAsync();
        return await transaction.Connection!.ExecuteAsync(
            $"""INSERT INTO {Quoted} ("RegistrationId", "Mark") VALUES (@registrationId, @mark) ON CONFLICT DO NOTHING""",
            new { registrationId, mark },
            transaction) == 1;
    }

    /// <summary>Whether a mark is set.</summary>
    public async Task<bool> IsSetAsync(long registrationId, string mark)
    {
        var connection = await _session.CreateConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(
            $"""SELECT COUNT(*) FROM {Quoted} WHERE "RegistrationId" = @registrationId AND "Mark" = @mark""",
            new { registrationId, mark },
            _session.CurrentTransaction) > 0;
    }

    /// <summary>Document ids of an event's registrations that have a mark.</summary>
    public async Task<IReadOnlySet<long>> ListAsync(string eventId, string mark)
    {
        var configuration = _session.Store.Configuration;
        var registrations = configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + nameof(RegistrationIndex), null);
        var connection = await _session.CreateConnectionAsync();
        var ids = await connection.QueryAsync<long>(
            $"""
            SELECT "RegistrationId" FROM {Quoted}
            WHERE "Mark" = @mark AND "RegistrationId" IN (SELECT "DocumentId" FROM {registrations} WHERE "EventId" = @eventId)
            """,
            new { eventId, mark },
            _session.CurrentTransaction);
        return ids.ToHashSet();
    }

    /// <summary>Sets a mark, or takes it away.</summary>
    public async Task PutAsync(long registrationId, string mark, bool isSet)
    {
        if (isSet)
        {
            await TrySetAsync(registrationId, mark);
            return;
        }

        var transaction = await _session.BeginTransactionAsync();
        await transaction.Connection!.ExecuteAsync(
            $"""DELETE FROM {Quoted} WHERE "RegistrationId" = @registrationId AND "Mark" = @mark""", new { registrationId, mark }, transaction);
    }

    /// <summary>Removes every mark of a registration.</summary>
    public async Task ClearAsync(long registrationId)
    {
        var transaction = await _session.BeginTransactionAsync();
        await transaction.Connection!.ExecuteAsync(
            $"""DELETE FROM {Quoted} WHERE "RegistrationId" = @registrationId""", new { registrationId }, transaction);
    }
}
