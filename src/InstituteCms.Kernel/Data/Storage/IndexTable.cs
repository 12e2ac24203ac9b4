using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

/// <summary>The table of an index class: its SQL and how a row becomes an object.</summary>
internal sealed class IndexTable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _properties = new();

    private readonly PropertyInfo[] _columns;

    public IndexTable(Type type, string tablePrefix, IDatabase database)
    {
        Name = database.QuoteForTableName(tablePrefix + type.Name, null);
        _columns = [.. PropertiesOf(type).Where(p => p.Name is not (nameof(IIndex.Id) or "DocumentId"))];
        Insert = new RowInsert(Name, ["DocumentId", .. _columns.Select(column => column.Name)], database);
        Delete = $"DELETE FROM {Name} WHERE {database.QuoteForColumnName("DocumentId")} = @DocumentId";
    }

    public string Name { get; }

    public RowInsert Insert { get; }

    public string Delete { get; }

    /// <summary>What <see cref="Insert"/> writes of a row.</summary>
    public object?[] Values(IIndex row, long documentId) => [documentId, .. _columns.Select(column => DbValue.ToDb(column.GetValue(row)))];

    public static async Task<List<TIndex>> ReadAsync<TIndex>(DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<TIndex>();
        var properties = PropertiesOf(typeof(TIndex)).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = Activator.CreateInstance<TIndex>();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (properties.TryGetValue(reader.GetName(i), out var property))
                {
                    property.SetValue(row, DbValue.FromDb(reader.GetValue(i), property.PropertyType));
                }
            }

            rows.Add(row);
        }

        return rows;
    }

    private static PropertyInfo[] PropertiesOf(Type type) => _properties.GetOrAdd(
        type, static t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.CanWrite)]);
}
