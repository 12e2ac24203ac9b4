using System.Text.Json;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;

namespace InstituteCms.Kernel.Tenants;

/// <summary>Reads and writes <c>tenants.json</c> and each tenant's <c>appsettings.json</c>, in Orchard Core's formats.</summary>
internal sealed class ShellSettingsStore
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };
    private static readonly string[] _addressKeys = ["VersionId", "RequestUrlHost", "RequestUrlPrefix"];

    private readonly DataFolder _folder;
    private readonly Lock _gate = new();

    public ShellSettingsStore(DataFolder folder) => _folder = folder;

    public IReadOnlyList<ShellSettings> Load()
    {
        lock (_gate)
        {
            var settings = new List<ShellSettings>();
            foreach (var (name, address) in Read<Dictionary<string, Dictionary<string, string?>>>(_folder.TenantsFile) ?? [])
            {
                var tenant = new ShellSettings { Name = name, State = Enum.TryParse<TenantState>(address.GetValueOrDefault("State"), out var state) ? state : TenantState.Invalid };
                foreach (var (key, value) in address.Where(p => p.Key != "State").Concat(Read<Dictionary<string, string?>>(SettingsFile(name)) ?? []))
                {
                    tenant[key] = value;
                }

                settings.Add(tenant);
            }

            return settings;
        }
    }

    public void Save(ShellSettings settings)
    {
        lock (_gate)
        {
            Directory.CreateDirectory(_folder.SiteFolder(settings.Name));
            var all = Read<Dictionary<string, Dictionary<string, string?>>>(_folder.TenantsFile) ?? [];
            all[settings.Name] = _addressKeys.Select(k => (Key: k, Value: settings[k])).Append((Key: "State", Value: settings.State.ToString()))
                .ToDictionary(p => p.Key, p => (string?)p.Value);
            Write(SettingsFile(settings.Name), settings.Values.Where(p => !_addressKeys.Contains(p.Key) && p.Value is not null).ToDictionary());
            Write(_folder.TenantsFile, all);
        }
    }

    private string SettingsFile(string tenant) => Path.Combine(_folder.SiteFolder(tenant), "appsettings.json");

    private static T? Read<T>(string path)
    {
        if (!File.Exists(path))
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not valid JSON: {e.Message}", e);
        }
    }

    // Written beside and moved over, so that a crash leaves the old file or the new one.
    private static void Write<T>(string path, T value)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(value, _json));
        File.Move(beside, path, overwrite: true);
    }
}
