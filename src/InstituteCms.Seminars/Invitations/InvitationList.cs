using Dapper;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Invitations;

/// <summary>How many guests there are, and how they have answered.</summary>
public sealed record InvitationCounts(int All, int Registered, int Declined)
{
    public int Unanswered => All - Registered - Declined;
}

/// <summary>One guest in the organisers' list.</summary>
/// <param name="Mail">The last mail; <see langword="null"/> where it is not known any more.</param>
/// <param name="Registration">The registration of that address that stands, or was the last to.</param>
public sealed record InvitationRow(GuestInvitation Invitation, OutboxMessage? Mail, Registration? Registration)
{
    public bool IsRegistered => Registration is { IsActive: true };

    /// <summary>Whether a reminder makes sense.</summary>
    public bool IsUnanswered => !IsRegistered && Invitation is { DeclinedUtc: null, ErasedUtc: null };
}

/// <summary>Reads invitations for the organisers.</summary>
public sealed class InvitationList
{
    private readonly ISession _session;

    public InvitationList(ISession session) => _session = session;

    /// <summary>One page of an event's guests, the newest first.</summary>
    public async Task<Page<InvitationRow>> ReadAsync(string eventId, int page, int pageSize)
    {
        var total = await Query(eventId).CountAsync();
        var invitations = (await Query(eventId)
            .OrderByDescending(index => index.CreatedUtc)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ListAsync()).ToList();
        var mails = (await _session.GetAsync<OutboxMessage>([.. invitations.Where(one => one.MailIds.Count > 0).Select(one => one.MailIds[^1])]))
            .ToDictionary(mail => mail.Id);
        var keys = invitations.Select(one => EmailAddressKey.From(one.Email)).Where(key => key.Length > 0).ToList();
        var registrations = keys.Count == 0 ? [] : await _session
            .Query<Registration, RegistrationIndex>(index => index.EventId == eventId && index.EmailKey.IsIn(keys)).ListAsync();
        var byKey = registrations.ToLookup(registration => EmailAddressKey.From(registration.Email));
        return new([.. invitations.Select(Row)], page, pageSize, total);

        InvitationRow Row(GuestInvitation invitation) => new(
            invitation,
            invitation.MailIds.Count == 0 ? null : mails.GetValueOrDefault(invitation.MailIds[^1]),
            byKey[EmailAddressKey.From(invitation.Email)].OrderByDescending(one => one.IsActive).ThenByDescending(one => one.CreatedUtc).FirstOrDefault());
    }

    /// <summary>How all of an event's guests have answered.</summary>
    public async Task<InvitationCounts> CountAsync(string eventId)
    {
        var connection = await _session.CreateConnectionAsync();
        var answers = (await connection.QueryAsync<(bool IsRegistered, bool IsDeclined, long Count)>(
            $"""
            SELECT EXISTS (
                SELECT 1 FROM {Quote(nameof(RegistrationIndex))} r
                WHERE r."EventId" = i."EventId" AND r."EmailKey" = i."EmailKey" AND i."EmailKey" <> '' AND r."Status" NOT IN ('Cancelled', 'Rejected')) AS "IsRegistered",
                i."Declined" AS "IsDeclined", COUNT(*) AS "Count"
            FROM {Quote(nameof(GuestInvitationIndex))} i WHERE i."EventId" = @eventId GROUP BY 1, 2
            """,
            new { eventId },
            _session.CurrentTransaction)).ToList();
        return new(
            (int)answers.Sum(answer => answer.Count),
            (int)answers.Where(answer => answer.IsRegistered).Sum(answer => answer.Count),
            (int)answers.Where(answer => answer is { IsRegistered: false, IsDeclined: true }).Sum(answer => answer.Count));
    }

    /// <summary>Those whose data is still there.</summary>
    public Task<IEnumerable<GuestInvitation>> ListKnownAsync(string eventId, CancellationToken cancellationToken) =>
        _session.Query<GuestInvitation, GuestInvitationIndex>(index => index.EventId == eventId && !index.Erased).ListAsync(cancellationToken);

    private IQuery<GuestInvitation, GuestInvitationIndex> Query(string eventId) => _session.Query<GuestInvitation, GuestInvitationIndex>(index => index.EventId == eventId);

    private string Quote(string table)
    {
        var configuration = _session.Store.Configuration;
        return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + table, null);
    }
}
