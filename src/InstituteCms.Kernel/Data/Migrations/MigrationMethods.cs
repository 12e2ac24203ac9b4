using System.Reflection;
using System.Runtime.ExceptionServices;
using OrchardCore.Data.Migration;

namespace InstituteCms.Kernel.Data;

/// <summary>The methods of a migration, found by their names.</summary>
internal sealed class MigrationMethods
{
    private readonly IDataMigration _migration;

    public MigrationMethods(IDataMigration migration) => _migration = migration;

    public bool HasWork(int? version) => (version is null ? Create() : UpdateFrom(version.Value)) is not null;

    /// <summary>Creates (from <see langword="null"/>) and updates as far as there are methods; returns the version arrived at.</summary>
    public async Task<int?> RunAsync(int? version)
    {
        if (version is null && Create() is { } create)
        {
            version = await InvokeAsync(create);
        }

        while (version is { } from && UpdateFrom(from) is { } update)
        {
            version = await InvokeAsync(update);
        }

        return version;
    }

    private MethodInfo? Create() => Find("Create");

    private MethodInfo? UpdateFrom(int version) => Find($"UpdateFrom{version}");

    private MethodInfo? Find(string name) => _migration.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .FirstOrDefault(m => (m.Name == name && m.ReturnType == typeof(int)) || (m.Name == name + "Async" && m.ReturnType == typeof(Task<int>)));

    private async Task<int> InvokeAsync(MethodInfo method)
    {
        try
        {
            var result = method.Invoke(method.IsStatic ? null : _migration, null);
            return result is Task<int> task ? await task : (int)result!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }
}
