#nullable disable
using System.Collections;
using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>How a shape is rendered. Stands in for Orchard Core's; caching, tabs, cards and columns are left out.</summary>
public class ShapeMetadata
{
    /// <summary>Name of the template.</summary>
    public string Type { get; set; }

    /// <summary>Detail, Summary, ...</summary>
    public string DisplayType { get; set; }

    /// <summary>Place among its siblings.</summary>
    public string Position { get; set; }

    /// <summary>Prefix of its form fields.</summary>
    public string Prefix { get; set; }

    /// <summary>Name under which its parent finds it.</summary>
    public string Name { get; set; }

    /// <summary>What placement tells it from others of its type by.</summary>
    public string Differentiator { get; set; }

    /// <summary>Names tried before <see cref="Type"/>, the last added first.</summary>
    public AlternatesCollection Alternates { get; set; } = [];

    /// <summary>Templates that are rendered around it, the first innermost.</summary>
    public AlternatesCollection Wrappers { get; set; } = [];

    /// <summary>What a wrapper surrounds, and what replaces the template where it is set beforehand.</summary>
    public IHtmlContent ChildContent { get; set; }
}

/// <summary>Template names in the order of rising priority, each once.</summary>
public class AlternatesCollection : IEnumerable<string>
{
    private readonly List<string> _names;

    /// <summary>Starts with <paramref name="alternates"/>.</summary>
    public AlternatesCollection(params string[] alternates) => _names = [.. alternates ?? []];

    /// <summary>The name at <paramref name="index"/>.</summary>
    public string this[int index] => _names[index];

    /// <summary>How many.</summary>
    public int Count => _names.Count;

    /// <summary>The one tried first.</summary>
    public string Last => _names.LastOrDefault() ?? "";

    /// <summary>Adds a name; known ones keep their place.</summary>
    public void Add(string alternate)
    {
        if (!Contains(alternate))
        {
            _names.Add(alternate);
        }
    }

    /// <summary>Adds each name.</summary>
    public void AddRange(IEnumerable<string> alternates)
    {
        foreach (var alternate in alternates)
        {
            Add(alternate);
        }
    }

    /// <summary>Removes all.</summary>
    public void Clear() => _names.Clear();

    /// <summary>Whether it is there, without regard to case.</summary>
    public bool Contains(string alternate) => _names.Contains(alternate, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
