using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Api.Registering;

/// <summary>An answer that was given before.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its body, JSON.</param>
public sealed record GivenAnswer(int Status, string Body);

/// <summary>
/// Remembers for a day what was answered under a key that a program made up, so that a request which is sent again, because its answer was lost,
/// does nothing twice. Answers are kept encrypted: they hold the secret of a personal link.
/// </summary>
public sealed class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    /// <summary>KeyHash (primary key), RequestHash, Answer, CreatedUtc.</summary>
    public const string Table = "ApiIdempotencyKey";

    private const int MaxLength = 200;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    private readonly ISession _session;
    private readonly IDataProtector _protector;
    private readonly IClock _clock;

    public IdempotencyKeys(ISession session, IDataProtectionProvider protection, IClock clock) =>
        (_session, _protector, _clock) = (session, protection.CreateProtector("InstituteCms.Api.IdempotencyKeys"), clock);

    /// <summary>Whether a program may use such a key: up to 200 visible ASCII characters.</summary>
    public static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && key.All(letter => letter is > ' ' and <= '~');

    /// <summary>What was answered under the key, and whether to the same request.</summary>
    public async Task<(GivenAnswer Answer, bool IsSame)?> FindAsync(HttpRequest request, string key, byte[] body)
    {
        var connection = await _session.CreateConnectionAsync();
        var row = await connection.QuerySingleOrDefaultAsync<KeyRow>(
            $"""SELECT "RequestHash", "Answer" FROM {Quoted} WHERE "KeyHash" = @keyHash AND "CreatedUtc" > @sinceUtc""",
            new { keyHash = KeyHash(request, key), sinceUtc = _clock.UtcNow - _kept },
            _session.CurrentTransaction);
        return row is null ? null : (JsonSerializer.Deserialize<GivenAnswer>(_protector.Unprotect(row.Answer))!, row.RequestHash == Hash(body));
    }

    /// <summary>Remembers an answer as part of the session's transaction; false where there is one already.</summary>
    public async Task<bool> TryPutAsync(ISession session, HttpRequest request, string key, byte[] body, GivenAnswer answer)
    {
        var transaction = await session.BeginTransactionAsync();
        var keyHash = KeyHash(request, key);
        await transaction.Connection!.ExecuteAsync(
            $"""DELETE FROM {Quoted} WHERE "KeyHash" = @keyHash AND "CreatedUtc" <= @sinceUtc""", new { keyHash, sinceUtc = _clock.UtcNow - _kept }, transaction);
        return await transaction.Connection!.ExecuteAsync(
            $"""INSERT INTO {Quoted} ("KeyHash", "RequestHash", "Answer", "CreatedUtc") VALUES (@keyHash, @requestHash, @answer, @nowUtc) ON CONFLICT DO NOTHING""",
            new { keyHash, requestHash = Hash(body), answer = _protector.Protect(JsonSerializer.Serialize(answer)), nowUtc = _clock.UtcNow },
            transaction) == 1;
    }

    /// <summary>Forgets what is older than a day.</summary>
    public async Task EraseAsync()
    {
        var transaction = await _session.BeginTransactionAsync();
        await transaction.Connection!.ExecuteAsync($"""DELETE FROM {Quoted} WHERE "CreatedUtc" <= @sinceUtc""", new { sinceUtc = _clock.UtcNow - _kept }, transaction);
        await _session.SaveChangesAsync();
    }

    private string Quoted => _session.Store.Configuration.SqlDialect.QuoteForTableName(_session.Store.Configuration.TablePrefix + Table, null);

    private static string KeyHash(HttpRequest request, string key) => Hash(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n{key}"));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class KeyRow
    {
        public string RequestHash { get; set; } = "";

        public string Answer { get; set; } = "";
    }
}
