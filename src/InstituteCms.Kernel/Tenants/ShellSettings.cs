#nullable disable
using OrchardCore.Environment.Shell.Models;

namespace OrchardCore.Environment.Shell;

/// <summary>What is known about a tenant before it runs: name, address, state and its own configuration.</summary>
public class ShellSettings
{
    /// <summary>The name of the tenant that answers where no other does.</summary>
    public const string DefaultShellName = "Default";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Unique name: letters, digits and underscores.</summary>
    public string Name { get; set; }

    /// <summary>Changes whenever the tenant is set up anew.</summary>
    public string VersionId { get => this["VersionId"]; set => this["VersionId"] = value; }

    /// <summary>Host names it answers to, separated by commas; empty for any.</summary>
    public string RequestUrlHost { get => this["RequestUrlHost"]; set => this["RequestUrlHost"] = value; }

    /// <summary>The one path segment it answers under; empty for none.</summary>
    public string RequestUrlPrefix { get => this["RequestUrlPrefix"]?.Trim(' ', '/'); set => this["RequestUrlPrefix"] = value; }

    /// <summary>Whether it is set up.</summary>
    public TenantState State { get; set; } = TenantState.Invalid;

    internal IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Any other setting of the tenant (DatabaseProvider, ConnectionString, RecipeName, ...); null where it is not set.</summary>
    public string this[string key] { get => _values.GetValueOrDefault(key); set => _values[key] = value; }
}
