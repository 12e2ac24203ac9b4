#nullable disable
using System.Dynamic;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>Named values, readable and writable as members in views.</summary>
public class Composite : DynamicObject
{
    /// <summary>The values.</summary>
    public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool TryGetMember(GetMemberBinder binder, out object result)
    {
        result = Find(binder.Name);
        return true;
    }

    /// <inheritdoc />
    public override bool TrySetMember(SetMemberBinder binder, object value)
    {
        Properties[binder.Name] = value;
        return true;
    }

    /// <inheritdoc />
    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object result)
    {
        result = indexes.Length == 1 && indexes[0] is string name ? Find(name) : null;
        return true;
    }

    /// <summary>What a template gets for <paramref name="name"/>; null where there is nothing.</summary>
    internal virtual object Find(string name) => Properties.TryGetValue(name, out var value) ? value : null;
}

/// <summary>The ordinary shape: values, and children in the order of their positions.</summary>
public class Shape : Composite, IShape, IPositioned
{
    private readonly List<IPositioned> _items = [];
    private bool _sorted = true;

    /// <inheritdoc />
    public ShapeMetadata Metadata { get; } = new();

    /// <inheritdoc />
    public string Id { get; set; }

    /// <inheritdoc />
    public string TagName { get; set; }

    /// <inheritdoc />
    public IList<string> Classes { get; } = [];

    /// <inheritdoc />
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>();

    /// <inheritdoc />
    public string Position
    {
        get => Metadata.Position;
        set => Metadata.Position = value;
    }

    /// <inheritdoc />
    public IReadOnlyList<IPositioned> Items
    {
        get
        {
            if (!_sorted)
            {
                ShapePosition.Sort(_items);
                _sorted = true;
            }

            return _items;
        }
    }

    /// <summary>Whether there are children.</summary>
    public bool HasItems => _items.Count > 0;

    /// <inheritdoc />
    public virtual ValueTask<IShape> AddAsync(object item, string position)
    {
        var child = item switch
        {
            null => null,
            IPositioned positioned => positioned,
            IHtmlContent html => new PositionedContent(html),
            _ => new PositionedContent(new HtmlContentBuilder().Append(item.ToString())),
        };

        if (child is not null)
        {
            if (position is not null || child.Position is null)
            {
                child.Position = position ?? "";
            }

            _items.Add(child);
            _sorted = false;
        }

        return ValueTask.FromResult<IShape>(this);
    }

    /// <summary>The child of that name; null where there is none.</summary>
    public IShape Named(string shapeName) =>
        _items.OfType<IShape>().FirstOrDefault(s => string.Equals(s.Metadata.Name, shapeName, StringComparison.OrdinalIgnoreCase));

    /// <summary>As <see cref="Named"/>, where hyphens in names count as underscores.</summary>
    public IShape NormalizedNamed(string shapeName) =>
        _items.OfType<IShape>().FirstOrDefault(s => string.Equals(s.Metadata.Name?.Replace('-', '_'), shapeName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Removes the child of that name.</summary>
    public void Remove(string shapeName) =>
        _items.RemoveAll(i => i is IShape s && string.Equals(s.Metadata.Name, shapeName, StringComparison.OrdinalIgnoreCase));

    internal override object Find(string name) => name switch
    {
        nameof(Metadata) => Metadata,
        nameof(Items) => Items,
        nameof(HasItems) => HasItems,
        nameof(Id) => Id,
        nameof(TagName) => TagName,
        nameof(Classes) => Classes,
        nameof(Attributes) => Attributes,
        nameof(Properties) => Properties,
        _ => base.Find(name) ?? Named(name) ?? NormalizedNamed(name),
    };
}
