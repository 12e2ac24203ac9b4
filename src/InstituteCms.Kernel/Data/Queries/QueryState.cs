using System.Linq.Expressions;
using Dapper;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

/// <summary>What a query asks for, and its SQL. The document's table is always named d.</summary>
internal sealed class QueryState
{
    private const string TableKey = """
        d."Id"
        """;

    private readonly DocumentStore _store;
    private readonly QueryState? _outer;
    private readonly Dictionary<Type, string> _aliases = [];
    private readonly List<string> _conditions = [];
    private readonly List<(string Column, bool Descending)> _orders = [];
    private string? _documentType;
    private bool _hasGroups;
    private int _aliasCount;

    public QueryState(DocumentStore store, QueryState? outer = null)
    {
        _store = store;
        _outer = outer;
        Parameters = outer?.Parameters ?? new DynamicParameters();
    }

    public DynamicParameters Parameters { get; }

    public bool HasNoDuplicates { get; set; }

    public int? Skip { get; set; }

    public int? Take { get; set; }

    private bool IsGrouped => _aliases.Count > 0 && !HasNoDuplicates;

    /// <summary>Whether the joined rows alone tell which documents are meant: they belong to documents of one type, and go with them.</summary>
    private bool IsTold => _aliases.Count > 0 && !_hasGroups;

    private string DocumentKey => IsTold ? $"{_aliases.Values.First()}.{DocumentId}" : TableKey;

    public QueryState Inner() => new(_store, this);

    public void Join<TIndex>()
        where TIndex : IIndex => _aliases.TryAdd(typeof(TIndex), NextAlias());

    /// <summary>A condition on the document itself, as <see cref="ToCondition"/> of an inner query gives it.</summary>
    public void AddGroup(string sql)
    {
        _hasGroups = true;
        _conditions.Add(sql);
    }

    public void AddDocumentType(Type type)
    {
        Parameters.Add("documentType", DocumentType.Of(type).Name);
        _documentType = """d."Type" = @documentType""";
    }

    public void AddCondition<TIndex>(Expression<Func<TIndex, bool>> predicate)
        where TIndex : IIndex => _conditions.Add(Translator<TIndex>().Condition(predicate.Body));

    public void AddOrder<TIndex>(Expression<Func<TIndex, object>> key, bool descending, bool anew)
        where TIndex : IIndex
    {
        if (anew)
        {
            _orders.Clear();
        }

        var column = Translator<TIndex>().Value(key.Body);
        var isFlag = key.Body is UnaryExpression { Operand.Type: var type } && type == typeof(bool);
        _orders.Add((isFlag ? $"CAST({column} AS INTEGER)" : column, descending)); // No database needs to know the least of two flags.
    }

    /// <summary>Whether more documents may have to be sorted than are wanted.</summary>
    public bool IsPageOfMany(int? take) => (take ?? Take) is > 1 && _aliases.Count > 0;

    // Where rows tell, the type is not asked for too: a database might begin with all documents of the type, and look for each one's row.
    public string SelectDocuments(int? take = null) =>
        $"{DocumentStore.SelectDocument}{From}{Where(IsTold ? null : _documentType)}{(IsGrouped ? $" GROUP BY {TableKey}" : "")}{Order(TableKey, IsGrouped)}{_store.Database.Page(Skip, take ?? Take)}";

    /// <summary>Ids of what <see cref="SelectDocuments"/> selects, in the same order.</summary>
    public string SelectIds(int? take = null) =>
        $"SELECT {DocumentKey} {ToldFrom}{(IsGrouped ? $" GROUP BY {DocumentKey}" : "")}{Order(DocumentKey, IsGrouped)}{_store.Database.Page(Skip, take ?? Take)}";

    public string CountDocuments() => $"SELECT COUNT({(IsGrouped ? $"DISTINCT {DocumentKey}" : "*")}) {ToldFrom}";

    public string SelectIndex(Type type, int? take = null) =>
        $"SELECT {_aliases[type]}.* FROM {Table(type)}{Where()}{Order(_aliases[type] + ".\"Id\"", isGrouped: false)}{_store.Database.Page(Skip, take ?? Take)}";

    public string CountIndex(Type type) => $"SELECT COUNT(*) FROM {Table(type)}{Where()}";

    /// <summary>These conditions as one of the outer query's, met by rows of their own.</summary>
    public string ToCondition()
    {
        if (_aliases.Count == 0)
        {
            return _conditions.Count == 0 ? "1 = 1" : $"({string.Join(" AND ", _conditions)})";
        }

        var all = _aliases.Values.Select(alias => $"{alias}.{DocumentId} = {TableKey}").Concat(_conditions);
        return $"EXISTS (SELECT 1 FROM {string.Join(", ", _aliases.Keys.Select(Table))} WHERE {string.Join(" AND ", all)})";
    }

    /// <summary>Whether rows of one index meet the conditions.</summary>
    public bool IsOfOneIndex => _aliases.Count == 1 && !_hasGroups;

    /// <summary>That a document meets one of these conditions, each on one index: every index is read once, not once for each document.</summary>
    public static string ToUnion(IEnumerable<QueryState> oneOf) =>
        $"{TableKey} IN ({string.Join(" UNION ALL ", oneOf.Select(state => $"SELECT {state.DocumentKey} FROM {state.Table(state._aliases.Keys.First())}{state.Where()}"))})";

    private string DocumentId => _store.Database.QuoteForColumnName("DocumentId");

    private string From =>
        $"FROM {_store.DocumentTable} d{string.Concat(_aliases.Select(a => $" INNER JOIN {Table(a.Key)} ON {a.Value}.{DocumentId} = {TableKey}"))}";

    private string ToldFrom => IsTold
        ? $"FROM {string.Join(" INNER JOIN ", _aliases.Select((a, place) => place == 0 ? Table(a.Key) : $"{Table(a.Key)} ON {a.Value}.{DocumentId} = {DocumentKey}"))}{Where()}"
        : From + Where(_documentType);

    private string Where(string? first = null) =>
        first is null && _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", first is null ? _conditions : _conditions.Prepend(first));

    private string Table(Type indexType) => $"{_store.IndexTable(indexType).Name} {_aliases[indexType]}";

    /// <summary>The id comes last, so that pages do not depend on chance.</summary>
    private string Order(string id, bool isGrouped)
    {
        var orders = _orders.Select(o => (isGrouped, o.Descending) switch
        {
            (true, true) => $"MAX({o.Column}){_store.Database.Descending}",
            (true, false) => $"MIN({o.Column}){_store.Database.Ascending}",
            (false, true) => o.Column + _store.Database.Descending,
            _ => o.Column + _store.Database.Ascending,
        });
        return " ORDER BY " + string.Join(", ", orders.Append(id));
    }

    private PredicateTranslator Translator<TIndex>()
        where TIndex : IIndex => new(_store, _aliases[typeof(TIndex)], Parameters);

    private string NextAlias() => _outer is null ? $"i{_aliasCount++}" : _outer.NextAlias();
}
