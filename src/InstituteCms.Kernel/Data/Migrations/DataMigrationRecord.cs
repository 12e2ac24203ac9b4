#nullable disable
namespace OrchardCore.Data.Migration.Records;

/// <summary>The document that says which migrations have run.</summary>
public class DataMigrationRecord
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>One entry for each migration.</summary>
    public List<DataMigration> DataMigrations { get; set; } = [];
}

/// <summary>How far a migration has come.</summary>
public class DataMigration
{
    /// <summary>Full name of the migration's class.</summary>
    public string DataMigrationClass { get; set; }

    /// <summary>Its version.</summary>
    public int? Version { get; set; }
}
