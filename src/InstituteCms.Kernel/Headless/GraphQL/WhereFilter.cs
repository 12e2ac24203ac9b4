using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.GraphQL.Queries;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Turns a <c>where</c> into conditions of a query. What stands in OR, AND or NOT counts one by one, as in Orchard Core.</summary>
internal sealed class WhereFilter
{
    private static readonly MethodInfo _with = typeof(WhereFilter).GetMethod(nameof(With), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ContentItemWhere _where;
    private readonly List<IndexAlias> _aliases;
    private readonly IEnumerable<IIndexPropertyProvider> _columns;
    private int _left;

    public WhereFilter(ContentItemWhere where, List<IndexAlias> aliases, IEnumerable<IIndexPropertyProvider> columns, int maxComparisons)
    {
        _where = where;
        _aliases = aliases;
        _columns = columns;
        _left = maxComparisons;
    }

    public IQuery<ContentItem> Apply(IQuery<ContentItem> query, IDictionary<string, object?> where) =>
        Combine(Entries(where, part: null, any: false, negate: false), any: false)(query);

    private static Func<IQuery<ContentItem>, IQuery<ContentItem>> Combine(IEnumerable<Func<IQuery<ContentItem>, IQuery<ContentItem>>> filters, bool any)
    {
        var all = filters.ToArray();
        return any && all.Length > 1 ? query => query.Any(all) : query => all.Aggregate(query, (filtered, filter) => filter(filtered));
    }

    private IEnumerable<Func<IQuery<ContentItem>, IQuery<ContentItem>>> Entries(IDictionary<string, object?> where, string? part, bool any, bool negate)
    {
        foreach (var (name, value) in where)
        {
            var inner = part is null && value is IDictionary<string, object?> fields && _where.PartOf(name) is { } inPart
                ? Entries(fields, inPart, any, negate)
                : name switch
                {
                    "OR" => [Group(value, any: true, negate)],
                    "AND" => [Group(value, any: false, negate)],
                    "NOT" => [Group(value, any: false, !negate)],
                    _ => [Comparison(part, name, value, negate)],
                };
            foreach (var filter in inner)
            {
                yield return filter;
            }
        }
    }

    // Not all of these: any of them not.
    private Func<IQuery<ContentItem>, IQuery<ContentItem>> Group(object? value, bool any, bool negate)
    {
        var entries = (value as IEnumerable ?? Array.Empty<object>()).OfType<IDictionary<string, object?>>().SelectMany(where => Entries(where, part: null, any, negate)).ToList();
        return Combine(entries, any != negate);
    }

    private Func<IQuery<ContentItem>, IQuery<ContentItem>> Comparison(string? part, string name, object? value, bool negate)
    {
        _left -= value is IList many ? Math.Max(1, many.Count) : 1;
        if (_left < 0)
        {
            throw new ExecutionError("The filter compares too much.");
        }

        var (field, comparison) = name.Split('_', 2) is [var before, var after] ? (before, after) : (name, string.Empty);
        var indexType = part is null ? typeof(ContentItemIndex) : _aliases.FirstOrDefault(alias => Is(alias.Alias, part))?.IndexType;
        if (indexType is null || ColumnOf(indexType, field) is not { } column)
        {
            throw new ExecutionError($"Nothing can be filtered by {name}.");
        }

        var row = Expression.Parameter(indexType);
        var condition = WhereComparison.Of(Expression.Property(row, column), comparison, value);
        var predicate = Expression.Lambda(negate ? Expression.Not(condition) : condition, row);
        var with = _with.MakeGenericMethod(indexType);
        return query => (IQuery<ContentItem>)with.Invoke(null, [query, predicate])!;
    }

    private static IQuery<ContentItem> With<TIndex>(IQuery<ContentItem> query, LambdaExpression predicate)
        where TIndex : class, IIndex => query.With((Expression<Func<TIndex, bool>>)predicate);

    private string? ColumnOf(Type indexType, string field)
    {
        var provider = _columns.FirstOrDefault(columns => columns.IndexName == indexType.Name);
        return provider is null
            ? indexType.GetProperties().FirstOrDefault(property => Is(property.Name, field))?.Name
            : provider.TryGetValue(field, out var column) ? column : null;
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
