using System.Collections.Concurrent;
using System.Globalization;
using InstituteCms.Kernel.Modules;
using InstituteCms.Kernel.Tenants;

namespace InstituteCms.Kernel.Localization;

/// <summary>The translations of a tenant: those of its modules, overlaid by those in its own folder.</summary>
internal sealed class Translations
{
    private readonly ConcurrentDictionary<string, Dictionary<(string Context, string Key), IReadOnlyList<string>>> _cultures = new();
    private readonly Func<string, IEnumerable<TextReader>> _open;

    public Translations(TenantFeatures features, TenantFolder folder)
        : this(culture => Open(features, folder, culture))
    {
    }

    /// <param name="open">Opens the files of a culture; what comes later wins.</param>
    internal Translations(Func<string, IEnumerable<TextReader>> open) => _open = open;

    /// <summary>The text for a key: of its context, else of none, else of the parent culture; null where there is none.</summary>
    /// <param name="count">The number that decides on the plural form; null where there is none.</param>
    public string? Find(CultureInfo culture, string context, string key, int? count = null)
    {
        for (var c = culture; c.Name.Length > 0; c = c.Parent)
        {
            var texts = _cultures.GetOrAdd(c.Name, Load);
            if (texts.TryGetValue((context, key), out var found) || texts.TryGetValue((string.Empty, key), out found))
            {
                var form = count is { } n ? PluralRule.FormOf(c, n) : 0;
                return found[Math.Min(form, found.Count - 1)];
            }
        }

        return null;
    }

    /// <summary>What is known in a culture itself.</summary>
    public IEnumerable<(string Key, string Text)> All(CultureInfo culture) =>
        _cultures.GetOrAdd(culture.Name, Load).Select(e => (e.Key.Key, e.Value[0]));

    private static IEnumerable<TextReader> Open(TenantFeatures features, TenantFolder folder, string culture)
    {
        var path = $"Localization/{culture}.po";
        foreach (var stream in features.Modules.Select(m => m.OpenFile(path)).OfType<Stream>())
        {
            yield return new StreamReader(stream);
        }

        if (Path.Combine(folder.Path, path) is var file && File.Exists(file))
        {
            yield return new StreamReader(file);
        }
    }

    private Dictionary<(string, string), IReadOnlyList<string>> Load(string culture)
    {
        var texts = new Dictionary<(string, string), IReadOnlyList<string>>();
        foreach (var reader in _open(culture))
        {
            using (reader)
            {
                foreach (var (context, key, translated) in PoParser.Parse(reader))
                {
                    texts[(context, key)] = translated;
                }
            }
        }

        return texts;
    }
}
