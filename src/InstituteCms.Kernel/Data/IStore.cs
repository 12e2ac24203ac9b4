#nullable disable
namespace YesSql;

/// <summary>A tenant's documents, stands in for YesSql's; reduced to what opens sessions and names tables.</summary>
public interface IStore : IDisposable
{
    /// <summary>How the store names and quotes.</summary>
    IConfiguration Configuration { get; }

    /// <summary>Opens a session that nobody but the caller commits and disposes.</summary>
    ISession CreateSession(bool withTracking = true);
}

/// <summary>A store's configuration.</summary>
public interface IConfiguration
{
    /// <summary>What every table's name starts with; may be empty.</summary>
    string TablePrefix { get; set; }

    /// <summary>The database's way of quoting.</summary>
    ISqlDialect SqlDialect { get; set; }
}

/// <summary>What raw SQL has to know about the database.</summary>
public interface ISqlDialect
{
    /// <summary>Name of the database: <c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    string Name { get; }

    /// <summary>Quotes a column's name.</summary>
    string QuoteForColumnName(string columnName);

    /// <summary>Quotes a table's name, prefix included.</summary>
    string QuoteForTableName(string tableName, string schema);
}

/// <summary>A document as it is stored.</summary>
public class Document
{
    /// <summary>Unique id.</summary>
    public long Id { get; set; }

    /// <summary>Class of the document: <c>{FullName}, {AssemblyName}</c>.</summary>
    public string Type { get; set; }

    /// <summary>The object as JSON.</summary>
    public string Content { get; set; }

    /// <summary>How often it was written.</summary>
    public long Version { get; set; }
}

/// <summary>A document was changed by another since it was loaded.</summary>
#pragma warning disable CA1032 // The constructors are those of the type it stands in for.
public class ConcurrencyException : Exception
{
    /// <summary>Says which document.</summary>
    public ConcurrencyException(Document document)
        : base($"The document with id '{document?.Id}' and type '{document?.Type}' was changed by another.") => Document = document;

    /// <summary>The document that was to be written.</summary>
    public Document Document { get; }
}
#pragma warning restore CA1032
