using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstituteCms.Web;

/// <summary>
/// The manners of a first run: a site whose administrator has no password in the configuration gets a generated one,
/// which is printed once and kept nowhere.
/// </summary>
internal sealed class FirstRun
{
    internal const string Tenants = "OrchardCore:OrchardCore_AutoSetup:Tenants";

    // Letters and digits that cannot be taken for each other.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly List<(string? Prefix, string Administrator, string? Password)> _sites = [];

    private bool _isFirst;

    public static FirstRun Prepare(WebApplicationBuilder builder)
    {
        var run = new FirstRun();
        var known = KnownTenants(builder);

        foreach (var tenant in builder.Configuration.GetSection(Tenants).GetChildren())
        {
            var isNew = !known.Contains(tenant["ShellName"] ?? "");
            var generated = isNew && string.IsNullOrEmpty(tenant["AdminPassword"]) ? RandomNumberGenerator.GetString(Alphabet, 20) : null;
            if (generated is not null)
            {
                builder.Configuration[$"{tenant.Path}:AdminPassword"] = generated;
            }

            run._isFirst |= isNew;
            run._sites.Add((tenant["RequestUrlPrefix"], tenant["AdminUsername"] ?? "", generated));
        }

        return run;
    }

    public void Announce(WebApplication app, TextWriter console)
    {
        // A test's host listens nowhere.
        if (app.Urls.FirstOrDefault() is not { } listening)
        {
            return;
        }

        foreach (var (prefix, administrator, password) in _sites)
        {
            var address = $"{listening.TrimEnd('/')}/{prefix}".TrimEnd('/');
            console.WriteLine(password is null ? $"{address}/" : $"{address}/   sign in at {address}/Login as '{administrator}', password {password}");
        }

        if (_isFirst && _sites.Exists(s => s.Password is not null))
        {
            console.WriteLine("These passwords are shown this once and stored nowhere. Change them after signing in.");
        }

        console.WriteLine("Ctrl+C ends the site.");
    }

    public static HashSet<string> KnownTenants(WebApplicationBuilder builder)
    {
        var file = Path.Combine(DataFolder.Of(builder), "tenants.json");
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            return (JsonNode.Parse(File.ReadAllText(file)) ?? new JsonObject()).AsObject().Where(t => (string?)t.Value?["State"] == "Running").Select(t => t.Key).ToHashSet();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not what a site writes there.", e);
        }
    }
}
