#nullable disable
using Microsoft.Extensions.DependencyInjection;
using YesSql.Sql;

namespace OrchardCore.Data.Migration;

/// <summary>Brings the tenant's tables and type definitions up to date.</summary>
public interface IDataMigration
{
    /// <summary>Changes tables; set before a method is called.</summary>
    ISchemaBuilder SchemaBuilder { get; set; }
}

/// <summary>
/// Base of migrations: <c>CreateAsync</c> (or <c>Create</c>) returns the version it has created, <c>UpdateFrom{N}Async</c>
/// (or <c>UpdateFrom{N}</c>) takes version N and returns the next.
/// </summary>
public abstract class DataMigration : IDataMigration
{
    /// <inheritdoc />
    public ISchemaBuilder SchemaBuilder { get; set; }
}

/// <summary>Registers migrations.</summary>
public static class MigrationServiceCollectionExtensions
{
    /// <summary>Registers a migration; they run in the order of registration.</summary>
    public static IServiceCollection AddDataMigration<TDataMigration>(this IServiceCollection services)
        where TDataMigration : class, IDataMigration => services.AddScoped<IDataMigration, TDataMigration>();
}
