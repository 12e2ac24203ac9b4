using System.Globalization;
using YesSql.Sql.Schema;

namespace InstituteCms.Kernel.Data;

internal sealed class ColumnCommand : IAddColumnCommand
{
    private readonly Type _type;
    private int? _length;
    private object? _default;
    private bool _isNotNull;
    private bool _isUnique;

    public ColumnCommand(string table, string column, Type type)
    {
        Name = table;
        ColumnName = column;
        _type = type;
    }

    public string Name { get; }

    public string ColumnName { get; }

    public bool IsPrimaryKey { get; private set; }

    public bool IsIdentity { get; private set; }

    public string ToSql(IDatabase database) => IsIdentity
        ? $"{database.QuoteForColumnName(ColumnName)} {database.IdentityColumn}"
        : $"{database.QuoteForColumnName(ColumnName)} {database.ColumnType(_type, _length)}"
            + (_isNotNull || IsPrimaryKey ? " NOT NULL" : "")
            + (_isUnique ? " UNIQUE" : "")
            + (_default is null ? "" : $" DEFAULT {Literal(DbValue.ToDb(_default))}");

    public IColumnCommand WithLength(int? length) => Set(() => _length = length);

    public IColumnCommand WithDefault(object @default) => Set(() => _default = @default);

    public IColumnCommand Unlimited() => Set(() => _length = null);

    public ICreateColumnCommand PrimaryKey() => Set(() => IsPrimaryKey = true);

    public ICreateColumnCommand Identity() => Set(() => IsIdentity = true);

    public ICreateColumnCommand Nullable() => Set(() => _isNotNull = false);

    public ICreateColumnCommand NotNull() => Set(() => _isNotNull = true);

    public ICreateColumnCommand Unique() => Set(() => _isUnique = true);

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        DateTime time => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private ColumnCommand Set(Action change)
    {
        change();
        return this;
    }
}
