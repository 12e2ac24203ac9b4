#nullable disable
using InstituteCms.Kernel.Display;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement.Views;

/// <summary>What a driver answers.</summary>
public interface IDisplayResult
{
    /// <summary>Puts it into a display.</summary>
    Task ApplyAsync(BuildDisplayContext context);

    /// <summary>Puts it into an editor.</summary>
    Task ApplyAsync(BuildEditorContext context);
}

/// <summary>Several results in one.</summary>
public class CombinedResult : IDisplayResult
{
    private readonly IEnumerable<IDisplayResult> _results;

    /// <summary>Combines <paramref name="results"/>; null ones are dropped.</summary>
    public CombinedResult(params IDisplayResult[] results)
        : this(results.AsEnumerable())
    {
    }

    /// <summary>Combines <paramref name="results"/>; null ones are dropped.</summary>
    public CombinedResult(IEnumerable<IDisplayResult> results) => _results = results.Where(r => r is not null).ToList();

    /// <summary>The parts.</summary>
    public IEnumerable<IDisplayResult> GetResults() => _results;

    /// <inheritdoc />
    public async Task ApplyAsync(BuildDisplayContext context)
    {
        foreach (var result in _results)
        {
            await result.ApplyAsync(context);
        }
    }

    /// <inheritdoc />
    public async Task ApplyAsync(BuildEditorContext context)
    {
        foreach (var result in _results)
        {
            await result.ApplyAsync(context);
        }
    }
}

/// <summary>A shape with a place; it is built only if it has one.</summary>
public class ShapeResult : IDisplayResult
{
    private readonly Func<IBuildShapeContext, ValueTask<IShape>> _build;
    private readonly Func<IShape, Task> _initialize;
    private readonly Dictionary<string, string> _locations = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _groups = [];
    private string _shapeType;
    private string _location;
    private string _differentiator;
    private string _prefix;
    private string _name;
    private Func<Task<bool>> _renderWhen;

    /// <summary>A result that <paramref name="shapeBuilder"/> builds.</summary>
    public ShapeResult(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder)
        : this(shapeType, shapeBuilder, null)
    {
    }

    /// <summary>A result that <paramref name="shapeBuilder"/> builds and <paramref name="initializing"/> fills.</summary>
    public ShapeResult(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializing)
    {
        _shapeType = shapeType;
        _build = shapeBuilder;
        _initialize = initializing;
    }

    /// <summary>The shape, once built.</summary>
    public IShape Shape { get; private set; }

    internal Action<IShape, string> Built { get; init; }

    internal string DefaultDifferentiator { get; init; }

    /// <summary>The place in every display type without one of its own.</summary>
    public ShapeResult Location(string location)
    {
        _location = location;
        return this;
    }

    /// <summary>The place in one display type.</summary>
    public ShapeResult Location(string displayType, string location)
    {
        _locations[displayType] = location;
        return this;
    }

    /// <summary>Prefix of its form fields.</summary>
    public ShapeResult Prefix(string prefix)
    {
        _prefix = prefix;
        return this;
    }

    /// <summary>Name under which a template finds it.</summary>
    public ShapeResult Name(string name)
    {
        _name = name;
        return this;
    }

    /// <summary>What placement tells it from others of its type by.</summary>
    public ShapeResult Differentiator(string differentiator)
    {
        _differentiator = differentiator;
        return this;
    }

    /// <summary>Shows it only where that group is asked for.</summary>
    public ShapeResult OnGroup(string groupId) => OnGroup([groupId]);

    /// <summary>Shows it only where one of the groups is asked for.</summary>
    public ShapeResult OnGroup(params string[] groupIds)
    {
        _groups.AddRange(groupIds);
        return this;
    }

    /// <summary>Shows it only where the answer is yes.</summary>
    public ShapeResult RenderWhen(Func<Task<bool>> renderPredicateAsync)
    {
        _renderWhen = renderPredicateAsync;
        return this;
    }

    /// <inheritdoc />
    public Task ApplyAsync(BuildDisplayContext context) => ApplyAsync(context, context.DisplayType);

    /// <inheritdoc />
    public Task ApplyAsync(BuildEditorContext context) => ApplyAsync(context, "Edit");

    private async Task ApplyAsync(BuildShapeContext context, string displayType)
    {
        var placement = Place(context, displayType);
        var group = placement?.Group;
        var groups = group is null ? _groups : [group];
        var wanted = groups.Count == 0 ? string.IsNullOrEmpty(context.GroupId) : groups.Contains(context.GroupId ?? "", StringComparer.OrdinalIgnoreCase);
        if (placement is null || !wanted || (_renderWhen is not null && !await _renderWhen()))
        {
            return;
        }

        Shape = await _build(context);
        if (Shape is null)
        {
            return;
        }

        if (_initialize is not null)
        {
            await _initialize(Shape);
        }

        var metadata = Shape.Metadata;
        metadata.Type = _shapeType;
        metadata.Prefix = _prefix;
        metadata.DisplayType = displayType;
        metadata.Differentiator = _differentiator ?? DefaultDifferentiator;
        metadata.Name = _name ?? metadata.Differentiator ?? _shapeType;
        metadata.Position = placement.Position;
        Built?.Invoke(Shape, displayType);
        metadata.Alternates.AddRange(placement.Alternates);
        metadata.Wrappers.AddRange(placement.Wrappers);

        var target = placement.IsLayoutZone ? context.Layout : context.Shape;
        foreach (var zone in placement.Zones)
        {
            target = await StepAsync(target, zone);
        }

        await target.AddAsync(Shape, placement.Position);
    }

    private ShapeLocation Place(BuildShapeContext context, string displayType)
    {
        var info = context.FindPlacement(_shapeType, _differentiator ?? DefaultDifferentiator, displayType, context);
        var location = info?.Location
            ?? _locations.GetValueOrDefault(displayType ?? "")
            ?? _location
            ?? (string.IsNullOrEmpty(context.DefaultZone) ? null : context.DefaultZone + ":" + context.DefaultPosition);
        if (string.IsNullOrEmpty(location) || location == PlacementInfo.HiddenLocation)
        {
            return null;
        }

        _shapeType = info?.ShapeType ?? _shapeType;
        return ShapeLocation.Parse(location) with { Alternates = info?.Alternates ?? [], Wrappers = info?.Wrappers ?? [] };
    }

    private static async Task<IShape> StepAsync(IShape target, string zone)
    {
        if (target is IZoneHolding holding)
        {
            return holding.Zones[zone];
        }

        var found = (target as Shape)?.Named(zone);
        if (found is null)
        {
            found = new ZoneHolding().NewZone(zone);
            await target.AddAsync(found, null);
        }

        return found;
    }
}
