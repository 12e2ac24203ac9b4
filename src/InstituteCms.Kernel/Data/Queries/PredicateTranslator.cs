using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Dapper;

namespace InstituteCms.Kernel.Data;

/// <summary>Translates predicates on an index's columns to SQL; whatever does not depend on the row becomes a parameter.</summary>
internal sealed class PredicateTranslator
{
    private readonly DocumentStore _store;
    private readonly IDatabase _database;
    private readonly string _alias;
    private readonly DynamicParameters _parameters;

    public PredicateTranslator(DocumentStore store, string alias, DynamicParameters parameters)
    {
        _store = store;
        _database = store.Database;
        _alias = alias;
        _parameters = parameters;
    }

    /// <summary>SQL of something true or false.</summary>
    public string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and => $"({Condition(and.Left)} AND {Condition(and.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or => $"({Condition(or.Left)} OR {Condition(or.Right)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"NOT ({Condition(not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Condition(convert.Operand),
        _ when !RowFinder.IsIn(expression) => Evaluate(expression) is true ? "1 = 1" : "1 = 0",
        BinaryExpression comparison => Comparison(comparison),
        MemberExpression { Member.Name: "HasValue", Expression: { } column } => $"{Value(column)} IS NOT NULL",
        MemberExpression flag => $"{Value(flag)} = {Parameter(true)}",
        MethodCallExpression call => Call(call),
        _ => throw Unknown(expression),
    };

    /// <summary>SQL of a value: a column, a sum, or a parameter.</summary>
    public string Value(Expression expression) => expression switch
    {
        _ when !RowFinder.IsIn(expression) => Parameter(Evaluate(expression)),
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Value(convert.Operand),
        MemberExpression { Expression: ParameterExpression } column => $"{_alias}.{_database.QuoteForColumnName(column.Member.Name)}",
        MemberExpression { Member.Name: "Value", Expression: { } column } => Value(column),
        BinaryExpression sum when sum.Type != typeof(string) && Operator(sum.NodeType) is { } sign => $"({Value(sum.Left)} {sign} {Value(sum.Right)})",
        _ => throw Unknown(expression),
    };

    private string Comparison(BinaryExpression comparison)
    {
        var (left, right) = RowFinder.IsIn(comparison.Left) ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left);
        if (comparison.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && !RowFinder.IsIn(right) && Evaluate(right) is null)
        {
            return $"{Value(left)} IS {(comparison.NodeType is ExpressionType.Equal ? "" : "NOT ")}NULL";
        }

        return Operator(comparison.NodeType) is { } sign
            ? $"{Value(comparison.Left)} {sign} {Value(comparison.Right)}"
            : throw Unknown(comparison);
    }

    private string Call(MethodCallExpression call) => (call.Method.DeclaringType?.Name, call.Method.Name) switch
    {
        ("String", "Contains") => Like(call.Object!, Text(call.Arguments[0]), "%", "%"),
        ("String", "StartsWith") => Like(call.Object!, Text(call.Arguments[0]), "", "%"),
        ("String", "EndsWith") => Like(call.Object!, Text(call.Arguments[0]), "%", ""),
        ("DefaultQueryExtensions", "NotContains") => $"NOT ({Like(call.Arguments[0], Text(call.Arguments[1]), "%", "%")})",
        ("DefaultQueryExtensions", "IsLike") => $"{Value(call.Arguments[0])} {_database.Like} {Value(call.Arguments[1])}",
        ("DefaultQueryExtensions", "IsNotLike") => $"{Value(call.Arguments[0])} NOT {_database.Like} {Value(call.Arguments[1])}",
        ("DefaultQueryExtensionsIndex", "IsIn") => InRows(call, "IN"),
        ("DefaultQueryExtensionsIndex", "IsNotIn") => InRows(call, "NOT IN"),
        ("DefaultQueryExtensions", "IsIn") => In(call, "IN", whenEmpty: "1 = 0"),
        ("DefaultQueryExtensions", "IsNotIn") => In(call, "NOT IN", whenEmpty: "1 = 1"),
        _ => throw Unknown(call),
    };

    private string In(MethodCallExpression call, string sign, string whenEmpty)
    {
        var values = ((IEnumerable)Evaluate(call.Arguments[1])!).Cast<object?>().Select(Parameter).ToArray();
        return values.Length == 0 ? whenEmpty : $"{Value(call.Arguments[0])} {sign} ({string.Join(", ", values)})";
    }

    /// <summary>A comparison with what the rows of another index say.</summary>
    private string InRows(MethodCallExpression call, string sign)
    {
        var rows = new PredicateTranslator(_store, _alias + "s", _parameters);
        var (select, where) = (Lambda(call.Arguments[1]), Lambda(call.Arguments[2]));
        var table = _store.IndexTable(call.Method.GetGenericArguments()[0]).Name;
        return $"{Value(call.Arguments[0])} {sign} (SELECT {rows.Value(select)} FROM {table} {rows._alias} WHERE {rows.Condition(where)})";

        static Expression Lambda(Expression argument) => ((LambdaExpression)(argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : argument)).Body;
    }

    private string Like(Expression column, string text, string before, string after)
    {
        var escaped = text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        return $@"{Value(column)} {_database.Like} {Parameter(before + escaped + after)} ESCAPE '\'";
    }

    private string Parameter(object? value)
    {
        var name = $"@p{_parameters.ParameterNames.Count()}";
        _parameters.Add(name, DbValue.ToDb(value));
        return name;
    }

    private static string Text(Expression expression) => Evaluate(expression)?.ToString() ?? "";

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static string? Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "=",
        ExpressionType.NotEqual => "<>",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.Add => "+",
        ExpressionType.Subtract => "-",
        ExpressionType.Multiply => "*",
        ExpressionType.Divide => "/",
        _ => null,
    };

    private static NotSupportedException Unknown(Expression expression) => new($"A query cannot say '{expression}'.");

    /// <summary>Finds out whether an expression depends on the row.</summary>
    private sealed class RowFinder : ExpressionVisitor
    {
        private bool _found;

        public static bool IsIn(Expression expression)
        {
            var finder = new RowFinder();
            finder.Visit(expression);
            return finder._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found = true;
            return node;
        }
    }
}
