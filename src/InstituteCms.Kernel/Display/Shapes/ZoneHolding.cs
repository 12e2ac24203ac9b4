#nullable disable
using System.Dynamic;
using OrchardCore.DisplayManagement.Shapes;

namespace OrchardCore.DisplayManagement.Zones;

/// <summary>A shape with zones: a content item, its editor, the layout.</summary>
public class ZoneHolding : Shape, IZoneHolding
{
    private readonly string _zoneType;

    /// <summary>Holds zones of type ContentZone.</summary>
    public ZoneHolding()
        : this("ContentZone")
    {
    }

    internal ZoneHolding(string zoneType)
    {
        _zoneType = zoneType;
        Zones = new Zones(this);
    }

    /// <inheritdoc />
    public Zones Zones { get; }

    internal Shape NewZone(string name)
    {
        var zone = new Shape();
        zone.Metadata.Type = _zoneType;
        zone.Metadata.Name = name;
        zone.Metadata.Alternates.Add(_zoneType + "__" + name);
        zone.Properties["ZoneName"] = name;
        return zone;
    }
}

/// <summary>The zones of a shape.</summary>
public class Zones : Composite
{
    private readonly ZoneHolding _parent;

    /// <summary>The zones of <paramref name="parent"/>.</summary>
    public Zones(ZoneHolding parent) => _parent = parent;

    /// <summary>The zone; made where it is missing.</summary>
    public IShape this[string name]
    {
        get
        {
            if (_parent.Properties.TryGetValue(name, out var found) && found is IShape zone)
            {
                return zone;
            }

            var made = _parent.NewZone(name);
            _parent.Properties[name] = made;
            return made;
        }
    }

    /// <summary>Whether the zone has something in it.</summary>
    public bool IsNotEmpty(string name) => Find(name) is IShape { Items.Count: > 0 };

    /// <inheritdoc />
    public override bool TryGetMember(GetMemberBinder binder, out object result)
    {
        result = Find(binder.Name);
        return true;
    }

    internal override object Find(string name) => _parent.Properties.TryGetValue(name, out var zone) ? zone as IShape : null;
}
