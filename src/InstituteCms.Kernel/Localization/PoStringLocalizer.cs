using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace InstituteCms.Kernel.Localization;

/// <summary>Translates the texts of one context into the culture of the moment.</summary>
internal sealed class PoStringLocalizer : IStringLocalizer
{
    private readonly Translations _translations;
    private readonly string _context;

    public PoStringLocalizer(Translations translations, string context) => (_translations, _context) = (translations, context);

    public LocalizedString this[string name] => Translate(name).Text;

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (text, values) = Translate(name, arguments);
            return new LocalizedString(name, Format(text.Value, name, values), text.ResourceNotFound);
        }
    }

    /// <summary>The text still to be formatted, and what with; an argument that counts chooses the plural form.</summary>
    public (LocalizedString Text, object[] Values) Translate(string name, params object[] arguments)
    {
        var plural = arguments is [PluralizationArgument p] ? p : (PluralizationArgument?)null;
        var found = _translations.Find(CultureInfo.CurrentUICulture, _context, name, plural?.Count);
        var own = plural is { } q ? q.Forms[Math.Min(q.Count == 1 ? 0 : 1, q.Forms.Length - 1)] : name;
        return (new LocalizedString(name, found ?? own, found is null), plural is { } r ? [r.Count, .. r.Arguments ?? []] : arguments);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        for (var c = CultureInfo.CurrentUICulture; c.Name.Length > 0; c = includeParentCultures ? c.Parent : CultureInfo.InvariantCulture)
        {
            foreach (var (key, text) in _translations.All(c))
            {
                yield return new LocalizedString(key, text);
            }
        }
    }

    /// <summary>A translator's stray brace must not cost the reader the page.</summary>
    private static string Format(string text, string original, object[] values)
    {
        try
        {
            return string.Format(CultureInfo.CurrentCulture, text, values);
        }
        catch (FormatException)
        {
            return string.Format(CultureInfo.CurrentCulture, original, values);
        }
    }
}
