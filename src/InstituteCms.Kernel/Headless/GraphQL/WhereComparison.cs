using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using GraphQL;
using OrchardCore.ContentManagement.Records;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>The comparisons of a filter, as conditions of a query.</summary>
internal static class WhereComparison
{
    /// <summary>Refuses texts that a database does not take.</summary>
    public static void RefuseUnfit(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal) || text.Length > ContentItemIndex.MaxDisplayTextSize * 4 || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            throw new ExecutionError("A text to compare with is not too long, and has neither a null character nor half a character.");
        }
    }

    /// <summary>Whether a column compares with a value in the way that the end of a field's name says.</summary>
    public static Expression Of(MemberExpression column, string comparison, object? value) => comparison switch
    {
        "" => Expression.Equal(column, Constant(column, value)),
        "not" => Expression.NotEqual(column, Constant(column, value)),
        "gt" => Expression.GreaterThan(column, Constant(column, Something(value))),
        "gte" => Expression.GreaterThanOrEqual(column, Constant(column, Something(value))),
        "lt" => Expression.LessThan(column, Constant(column, Something(value))),
        "lte" => Expression.LessThanOrEqual(column, Constant(column, Something(value))),
        "in" => In(column, value),
        "contains" => Call(column, nameof(string.Contains), value),
        "starts_with" => Call(column, nameof(string.StartsWith), value),
        "ends_with" => Call(column, nameof(string.EndsWith), value),
        _ when comparison.StartsWith("not_", StringComparison.Ordinal) => Expression.Not(Of(column, comparison[4..], value)),
        _ => throw new ExecutionError($"There is no comparison {comparison}."),
    };

    private static Expression In(MemberExpression column, object? values) => (values as IEnumerable ?? Array.Empty<object>()).Cast<object?>()
        .Select(value => (Expression)Expression.Equal(column, Constant(column, value)))
        .DefaultIfEmpty(Expression.Constant(false))
        .Aggregate(Expression.OrElse);

    private static MethodCallExpression Call(MemberExpression column, string method, object? text) =>
        Expression.Call(column, typeof(string).GetMethod(method, [typeof(string)])!, Constant(column, Something(text)));

    private static object Something(object? value) => value ?? throw new ExecutionError("There is nothing to compare with.");

    private static ConstantExpression Constant(MemberExpression column, object? value)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        if (value is null && column.Type.IsValueType && type == column.Type)
        {
            throw new ExecutionError($"{column.Member.Name} always has a value.");
        }

        switch (value)
        {
            case string text:
                RefuseUnfit(text);
                break;
            case DateTimeOffset instant:
                value = instant.UtcDateTime;
                break;
            case DateTime instant:
                value = instant.Kind is DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
                break;
        }

        return Expression.Constant(value is null || type.IsInstanceOfType(value) ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture), column.Type);
    }
}
