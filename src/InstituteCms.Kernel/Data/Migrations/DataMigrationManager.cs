namespace InstituteCms.Kernel.Data;

/// <summary>Runs the tenant's migrations.</summary>
internal sealed class DataMigrationManager
{
    /// <summary>Creates the document table where it is missing, then runs what has not run yet, one commit for each migration.</summary>
    public Task UpdateAsync() => throw new NotImplementedException();
}
