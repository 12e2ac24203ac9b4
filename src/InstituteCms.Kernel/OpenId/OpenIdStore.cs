using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenIddict.Abstractions;
using OrchardCore;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Records as documents of the tenant's session; what is common to all four kinds.</summary>
internal abstract class OpenIdStore<T>
    where T : OpenIdRecord, new()
{
    private readonly ISession _session;
    private readonly string _kind = typeof(T).Name;

    protected OpenIdStore(ISession session) => _session = session;

    /// <summary>Whether a record is committed at once: whoever holds a token may use it before the request that gave it has ended.</summary>
    protected virtual bool IsCommittedAtOnce => false;

    public async ValueTask<long> CountAsync(CancellationToken cancellationToken) =>
        await _session.Query<T, OpenIdIndex>(index => index.Kind == _kind).CountAsync(cancellationToken);

    public ValueTask<long> CountAsync<TResult>(Func<IQueryable<T>, IQueryable<TResult>> query, CancellationToken cancellationToken) => throw NotQueryable();

    public async ValueTask CreateAsync(T record, CancellationToken cancellationToken)
    {
        record.Key = IdGenerator.GenerateId();
        await _session.SaveAsync(record);
        await WriteAsync(cancellationToken);
    }

    public async ValueTask UpdateAsync(T record, CancellationToken cancellationToken)
    {
        await _session.SaveAsync(record, checkConcurrency: true);
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (YesSql.ConcurrencyException e)
        {
            throw new OpenIddictExceptions.ConcurrencyException("The record was changed meanwhile.", e);
        }
    }

    public async ValueTask DeleteAsync(T record, CancellationToken cancellationToken)
    {
        _session.Delete(record);
        await WriteAsync(cancellationToken);
    }

    public async ValueTask<T?> FindByIdAsync(string identifier, CancellationToken cancellationToken) =>
        await _session.Query<T, OpenIdIndex>(index => index.Key == identifier && index.Kind == _kind).FirstOrDefaultAsync(cancellationToken);

    public ValueTask<TResult?> GetAsync<TState, TResult>(Func<IQueryable<T>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        throw NotQueryable();

    public virtual ValueTask<string?> GetIdAsync(T record, CancellationToken cancellationToken) => new(record.Key);

    public virtual ValueTask<ImmutableDictionary<string, JsonElement>> GetPropertiesAsync(T record, CancellationToken cancellationToken) =>
        new(record.Properties.ToImmutableDictionary());

    public virtual ValueTask SetPropertiesAsync(T record, ImmutableDictionary<string, JsonElement> properties, CancellationToken cancellationToken) =>
        Set(() => record.Properties = properties.ToDictionary());

    public virtual ValueTask<T> InstantiateAsync(CancellationToken cancellationToken) => new(new T());

    public async IAsyncEnumerable<T> ListAsync(int? count, int? offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = _session.Query<T, OpenIdIndex>(index => index.Kind == _kind).OrderBy(index => index.Name);
        foreach (var record in await query.Skip(offset ?? 0).Take(count ?? int.MaxValue).ListAsync(cancellationToken))
        {
            yield return record;
        }
    }

    public IAsyncEnumerable<TResult> ListAsync<TState, TResult>(
        Func<IQueryable<T>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) => throw NotQueryable();

    /// <summary>Sets a value; every setter of a store is one.</summary>
    protected static ValueTask Set(Action set)
    {
        set();
        return ValueTask.CompletedTask;
    }

    protected async ValueTask<T?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        await _session.Query<T, OpenIdIndex>(index => index.Name == name && index.Kind == _kind).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What the index finds of one subject, or of everybody for <see langword="null"/>.</summary>
    protected Expression<Func<OpenIdIndex, bool>> Of(string? subject)
    {
        var known = subject ?? string.Empty;
        return subject is null ? index => index.Kind == _kind : index => index.Subject == known && index.Kind == _kind;
    }

    /// <summary>Those that the index finds and that pass the filter.</summary>
    protected async IAsyncEnumerable<T> FindAsync(
        Expression<Func<OpenIdIndex, bool>> query, Func<T, bool> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in (await _session.Query<T, OpenIdIndex>(query).ListAsync(cancellationToken)).Where(filter))
        {
            yield return record;
        }
    }

    /// <summary>Changes or deletes all that pass the filter; how many these were.</summary>
    protected async ValueTask<long> ForEachAsync(
        Expression<Func<OpenIdIndex, bool>> query, Func<T, bool> filter, Action<T>? change, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var record in (await _session.Query<T, OpenIdIndex>(query).ListAsync(cancellationToken)).Where(filter))
        {
            count++;
            if (change is null)
            {
                _session.Delete(record);
            }
            else
            {
                change(record);
                await _session.SaveAsync(record);
            }
        }

        await WriteAsync(cancellationToken);
        return count;
    }

    private static NotSupportedException NotQueryable() => new("Documents are not queried by LINQ.");

    private Task WriteAsync(CancellationToken cancellationToken) =>
        IsCommittedAtOnce ? _session.SaveChangesAsync(cancellationToken) : _session.FlushAsync(cancellationToken);
}

internal static class OpenIdTimes
{
    /// <summary>The instant as OpenIddict takes it.</summary>
    public static DateTimeOffset? ToOffset(this DateTime? utc) => utc is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
}
