using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Audit;

/// <summary>Which entries are looked for; nothing for all.</summary>
/// <param name="Category">What they are about.</param>
/// <param name="Text">Part of a name of user or subject, or of an address.</param>
/// <param name="FromUtc">The first instant.</param>
/// <param name="UntilUtc">The first instant that is out again.</param>
/// <param name="UserId">By whom.</param>
public sealed record AuditFilter(
    AuditCategory? Category = null, string? Text = null, DateTime? FromUtc = null, DateTime? UntilUtc = null, string? UserId = null);

/// <summary>Writes down what people do, in the transaction in which they do it: what is undone was never written.</summary>
public sealed class AuditTrail
{
    // A draft saves itself every few seconds, and somebody guessing passwords tries many: in a row they are one entry.
    private static readonly HashSet<string> _repeated = [AuditActions.DraftSaved, AuditActions.SignInFailed];
    private static readonly TimeSpan _row = TimeSpan.FromHours(1);

    private readonly ISession _session;
    private readonly IClock _clock;
    private readonly IHttpContextAccessor _http;

    /// <summary>Works on the scope's session.</summary>
    public AuditTrail(ISession session, IClock clock, IHttpContextAccessor http) => (_session, _clock, _http) = (session, clock, http);

    /// <summary>Whether the act is a person's, or the site's own work in the background; a visitor's request and a set-up are neither.</summary>
    public bool IsFollowing => _http.HttpContext is not { } context || context.User.Identity?.IsAuthenticated == true;

    /// <summary>Writes down an act of whoever is signed in.</summary>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="subjectId">Id of what it is done to.</param>
    /// <param name="subject">Its name.</param>
    /// <param name="detail">What else is worth knowing.</param>
    /// <param name="by">Who does it, where nobody is signed in yet.</param>
    public async Task RecordAsync(string action, string? subjectId = null, string? subject = null, string? detail = null, User? by = null)
    {
        var user = _http.HttpContext?.User;
        var entry = new AuditEntry
        {
            AtUtc = _clock.UtcNow,
            Action = action,
            UserId = by?.UserId ?? user?.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty,
            UserName = by?.UserName ?? user?.Identity?.Name ?? string.Empty,
            SubjectId = subjectId ?? string.Empty,
            Subject = subject ?? string.Empty,
            Detail = detail ?? string.Empty,
            Address = _http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
        };

        if (_repeated.Contains(action) && await FindSameAsync(entry) is { } same)
        {
            (entry, same.AtUtc, same.Times) = (same, entry.AtUtc, same.Times + 1);
        }

        await _session.SaveAsync(entry);
    }

    /// <summary>One page of entries, the newest first, and how many there are on all pages.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, int Total)> ReadAsync(AuditFilter filter, int page, int pageSize)
    {
        var total = await Query(filter).CountAsync();
        var entries = await Query(filter).OrderByDescending(entry => entry.AtUtc).Skip((page - 1) * pageSize).Take(pageSize).ListAsync();
        return ([.. entries], total);
    }

    /// <summary>Removes what is older than the site keeps it.</summary>
    public async Task ForgetAsync(DateTime beforeUtc, CancellationToken cancellationToken)
    {
        foreach (var entry in await _session.Query<AuditEntry, AuditEntryIndex>(index => index.AtUtc < beforeUtc).ListAsync(cancellationToken))
        {
            _session.Delete(entry);
        }
    }

    private async Task<AuditEntry?> FindSameAsync(AuditEntry entry)
    {
        var (action, subjectId, userId, since) = (entry.Action, entry.SubjectId, entry.UserId, entry.AtUtc - _row);
        var recent = await _session
            .Query<AuditEntry, AuditEntryIndex>(index => index.SubjectId == subjectId && index.AtUtc > since && index.Action == action && index.UserId == userId)
            .OrderByDescending(index => index.AtUtc)
            .FirstOrDefaultAsync();
        return recent?.Address == entry.Address ? recent : null;
    }

    private IQuery<AuditEntry, AuditEntryIndex> Query(AuditFilter filter)
    {
        var query = _session.Query<AuditEntry, AuditEntryIndex>();
        if (filter.Category?.ToString() is { } category)
        {
            query = query.Where(index => index.Category == category);
        }

        if (filter.UserId is { } userId)
        {
            query = query.Where(index => index.UserId == userId);
        }

        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
            query = query.Where(index => index.Text.Contains(text));
        }

        if (filter.FromUtc is { } from)
        {
            query = query.Where(index => index.AtUtc >= from);
        }

        return filter.UntilUtc is { } until ? query.Where(index => index.AtUtc < until) : query;
    }
}
