#nullable disable
using OrchardCore.DisplayManagement.Shapes;

namespace OrchardCore.DisplayManagement
{
    /// <summary>Something that can be put in a zone and rendered by a template of its type's name.</summary>
    public interface IShape
    {
        /// <summary>How it is rendered.</summary>
        ShapeMetadata Metadata { get; }

        /// <summary>HTML id.</summary>
        string Id { get; set; }

        /// <summary>HTML element, where the template uses one.</summary>
        string TagName { get; set; }

        /// <summary>HTML classes.</summary>
        IList<string> Classes { get; }

        /// <summary>HTML attributes.</summary>
        IDictionary<string, string> Attributes { get; }

        /// <summary>Values for the template.</summary>
        IDictionary<string, object> Properties { get; }

        /// <summary>Children in the order of their positions.</summary>
        IReadOnlyList<IPositioned> Items { get; }

        /// <summary>Adds a shape, HTML or text; the position sorts it among its siblings.</summary>
        ValueTask<IShape> AddAsync(object item, string position);
    }

    /// <summary>Something with a place among its siblings.</summary>
    public interface IPositioned
    {
        /// <summary>The place: <c>before</c>, numbers with dots, or <c>after</c>.</summary>
        string Position { get; set; }
    }
}

namespace OrchardCore.DisplayManagement.Zones
{
    /// <summary>A shape whose children live in named zones.</summary>
    public interface IZoneHolding : IShape
    {
        /// <summary>The zones; asking for one makes it.</summary>
        Zones Zones { get; }
    }
}
