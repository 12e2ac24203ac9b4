using System.Globalization;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>Sites whose data lies in one PostgreSQL database, told apart by the prefix of their tables.</summary>
public static class PostgresSite
{
    /// <summary>Prefix of the tables of the department.</summary>
    public const string DepartmentPrefix = "dept";

    /// <summary>The configuration of both sites.</summary>
    public static Dictionary<string, string?> Settings(string connectionString) => new (int Tenant, string Prefix)[] { (0, ""), (1, DepartmentPrefix) }
        .SelectMany(site => new (string Name, string Value)[]
        {
            (Key(site.Tenant, "DatabaseProvider"), "Postgres"),
            (Key(site.Tenant, "DatabaseConnectionString"), connectionString),
            (Key(site.Tenant, "DatabaseTablePrefix"), site.Prefix),
        })
        .ToDictionary(setting => setting.Name, string? (setting) => setting.Value);

    /// <summary>The same for a process of its own.</summary>
    public static (string Name, string Value)[] ProcessEnvironment(string connectionString) =>
        [.. Settings(connectionString).Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value ?? ""))];

    private static string Key(int tenant, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"OrchardCore:OrchardCore_AutoSetup:Tenants:{tenant}:{name}");
}
