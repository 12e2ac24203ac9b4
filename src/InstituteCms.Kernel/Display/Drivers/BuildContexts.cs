#nullable disable
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement.Descriptors
{
    /// <summary>Where a shape goes. Tabs, cards and columns of a location are accepted and dropped.</summary>
    public class PlacementInfo
    {
        /// <summary>A location that hides.</summary>
        public const string HiddenLocation = "-";

        /// <summary><c>Zone:position#Tab@Group</c>; <c>/Zone</c> for the layout's.</summary>
        public string Location { get; set; }

        /// <summary>Another type for the shape.</summary>
        public string ShapeType { get; set; }

        /// <summary>Alternates that placement adds.</summary>
        public string[] Alternates { get; set; }

        /// <summary>Wrappers that placement adds.</summary>
        public string[] Wrappers { get; set; }
    }
}

namespace OrchardCore.DisplayManagement.Handlers
{
    /// <summary>Finds the place of a shape; null where nobody says.</summary>
    public delegate PlacementInfo FindPlacementDelegate(string shapeType, string differentiator, string displayType, IBuildShapeContext context);

    /// <summary>A shape being built.</summary>
    public interface IBuildShapeContext
    {
        /// <summary>The root.</summary>
        IShape Shape { get; }

        /// <summary>Makes shapes.</summary>
        IShapeFactory ShapeFactory { get; }

        /// <summary>The page's layout.</summary>
        IZoneHolding Layout { get; set; }

        /// <summary>The group asked for; empty for none.</summary>
        string GroupId { get; }

        /// <summary>Where shapes go.</summary>
        FindPlacementDelegate FindPlacement { get; set; }
    }

    /// <inheritdoc cref="IBuildShapeContext" />
    public class BuildShapeContext : IBuildShapeContext
    {
        /// <summary>A context for <paramref name="shape"/>.</summary>
        public BuildShapeContext(IShape shape, string groupId, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
        {
            Shape = shape;
            GroupId = groupId;
            ShapeFactory = shapeFactory;
            Layout = layout;
            Updater = updater;
            FindPlacement = (_, _, _, _) => null;
        }

        /// <inheritdoc />
        public IShape Shape { get; private set; }

        /// <inheritdoc />
        public IShapeFactory ShapeFactory { get; private set; }

        /// <inheritdoc />
        public IZoneHolding Layout { get; set; }

        /// <inheritdoc />
        public string GroupId { get; private set; }

        /// <inheritdoc />
        public FindPlacementDelegate FindPlacement { get; set; }

        /// <summary>The form.</summary>
        public IUpdateModel Updater { get; }

        /// <summary>Prefix of the fields.</summary>
        public string HtmlFieldPrefix { get; set; }

        /// <summary>The zone of shapes that have no place.</summary>
        public string DefaultZone { get; set; }

        /// <summary>The position of shapes that have no place.</summary>
        public string DefaultPosition { get; set; }
    }

    /// <summary>A display being built.</summary>
    public class BuildDisplayContext : BuildShapeContext
    {
        /// <summary>A context for showing.</summary>
        public BuildDisplayContext(IShape shape, string displayType, string groupId, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
            : base(shape, groupId, shapeFactory, layout, updater) => DisplayType = displayType;

        /// <summary>Detail, Summary, ...</summary>
        public string DisplayType { get; private set; }
    }

    /// <summary>An editor being built.</summary>
    public class BuildEditorContext : BuildShapeContext
    {
        /// <summary>A context for editing.</summary>
        public BuildEditorContext(
            IShape shape, string groupId, bool isNew, string htmlFieldPrefix, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
            : base(shape, groupId, shapeFactory, layout, updater)
        {
            IsNew = isNew;
            HtmlFieldPrefix = htmlFieldPrefix;
        }

        /// <summary>Whether it does not exist yet.</summary>
        public bool IsNew { get; private set; }
    }

    /// <summary>An editor being read.</summary>
    public class UpdateEditorContext : BuildEditorContext
    {
        /// <summary>A context for reading.</summary>
        public UpdateEditorContext(
            IShape model, string groupId, bool isNew, string htmlFieldPrefix, IShapeFactory shapeFactory, IZoneHolding layout, IUpdateModel updater)
            : base(model, groupId, isNew, htmlFieldPrefix, shapeFactory, layout, updater)
        {
        }
    }
}
