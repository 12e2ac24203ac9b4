using System.Globalization;
using System.Text;

namespace InstituteCms.Kernel.Data;

/// <summary>Values of .NET as columns keep them: enums as numbers, times in UTC, durations as ticks.</summary>
internal static class DbValue
{
    public static object? ToDb(object? value) => value switch
    {
        DateTime { Kind: DateTimeKind.Local } time => time.ToUniversalTime(),
        DateTimeOffset time => time.UtcDateTime,
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        string text => Storable(text),
        TimeSpan duration => duration.Ticks,
        Guid guid => guid.ToString(),
        Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        _ => value,
    };

    public static object? FromDb(object value, Type type)
    {
        if (value is DBNull)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(DateTime) => Time(value),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Time(value)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ when type == typeof(Guid) => value is Guid ? value : Guid.Parse((string)value),
            _ when type == typeof(DateOnly) => DateOnly.Parse((string)value, CultureInfo.InvariantCulture),
            _ when type == typeof(TimeOnly) => TimeOnly.Parse((string)value, CultureInfo.InvariantCulture),
            { IsEnum: true } => Enum.ToObject(type, value),
            _ when type.IsInstanceOfType(value) => value,
            _ => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Without what is no text to every database: NUL, and half of a character that was cut in two.</summary>
    private static string Storable(string text)
    {
        var whole = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return whole.Replace("\0", "", StringComparison.Ordinal);
    }

    private static DateTime Time(object value) => DateTime.SpecifyKind(Convert.ToDateTime(value, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
