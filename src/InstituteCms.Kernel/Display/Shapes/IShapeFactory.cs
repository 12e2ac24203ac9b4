#nullable disable
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement
{
    /// <summary>Makes shapes. Members that only Orchard Core's own internals call are left out.</summary>
    public interface IShapeFactory
    {
        /// <summary>Makes a shape of a type with <paramref name="shapeFactory"/>.</summary>
        ValueTask<IShape> CreateAsync(string shapeType, Func<ValueTask<IShape>> shapeFactory, Action<ShapeCreatingContext> creating, Action<ShapeCreatedContext> created);
    }

    /// <summary>The usual ways to make a shape.</summary>
    public static class ShapeFactoryExtensions
    {
        /// <summary>An ordinary shape.</summary>
        public static ValueTask<IShape> CreateAsync(this IShapeFactory factory, string shapeType) =>
            factory.CreateAsync(shapeType, () => ValueTask.FromResult<IShape>(new Shape()));

        /// <summary>The shape that <paramref name="shapeFactory"/> makes.</summary>
        public static ValueTask<IShape> CreateAsync(this IShapeFactory factory, string shapeType, Func<ValueTask<IShape>> shapeFactory) =>
            factory.CreateAsync(shapeType, shapeFactory, null, null);
    }

    /// <summary>Renders shapes.</summary>
    public interface IDisplayHelper
    {
        /// <summary>The HTML of <paramref name="shape"/>; nothing for null.</summary>
        Task<IHtmlContent> ShapeExecuteAsync(IShape shape);
    }
}

namespace OrchardCore.DisplayManagement.Implementation
{
    /// <summary>A shape about to be made.</summary>
    public class ShapeCreatingContext
    {
        /// <summary>Its type.</summary>
        public string ShapeType { get; set; }

        /// <summary>Who makes it.</summary>
        public IShapeFactory ShapeFactory { get; set; }
    }

    /// <summary>A shape just made.</summary>
    public class ShapeCreatedContext
    {
        /// <summary>Its type.</summary>
        public string ShapeType { get; set; }

        /// <summary>The shape.</summary>
        public IShape Shape { get; set; }

        /// <summary>Who made it.</summary>
        public IShapeFactory ShapeFactory { get; set; }
    }
}

namespace OrchardCore.DisplayManagement.Layout
{
    /// <summary>The layout of the page being made.</summary>
    public interface ILayoutAccessor
    {
        /// <summary>The layout shape: one per request.</summary>
        Task<IZoneHolding> GetLayoutAsync();
    }
}

namespace InstituteCms.Kernel.Display
{
    internal sealed class ShapeFactory : IShapeFactory
    {
        public async ValueTask<IShape> CreateAsync(
            string shapeType, Func<ValueTask<IShape>> shapeFactory, Action<ShapeCreatingContext> creating, Action<ShapeCreatedContext> created)
        {
            creating?.Invoke(new ShapeCreatingContext { ShapeType = shapeType, ShapeFactory = this });
            var shape = await shapeFactory();
            shape.Metadata.Type = shapeType;
            created?.Invoke(new ShapeCreatedContext { ShapeType = shapeType, Shape = shape, ShapeFactory = this });
            return shape;
        }
    }

    internal sealed class LayoutAccessor : ILayoutAccessor
    {
        private ZoneHolding _layout;

        public ZoneHolding Layout
        {
            get
            {
                if (_layout is null)
                {
                    _layout = new ZoneHolding("Zone");
                    _layout.Metadata.Type = "Layout";
                }

                return _layout;
            }
        }

        public Task<IZoneHolding> GetLayoutAsync() => Task.FromResult<IZoneHolding>(Layout);
    }
}
