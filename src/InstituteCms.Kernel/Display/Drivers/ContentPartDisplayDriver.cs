#nullable disable
using InstituteCms.Kernel.Display;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.ContentManagement.Display.Models
{
    /// <summary>A part being shown.</summary>
    public class BuildPartDisplayContext : BuildDisplayContext
    {
        /// <summary>A context for one part.</summary>
        public BuildPartDisplayContext(ContentTypePartDefinition typePartDefinition, BuildDisplayContext context)
            : base(context.Shape, context.DisplayType, context.GroupId, context.ShapeFactory, context.Layout, context.Updater)
        {
            TypePartDefinition = typePartDefinition;
            this.Take(context);
        }

        /// <summary>The part on its type.</summary>
        public ContentTypePartDefinition TypePartDefinition { get; }
    }

    /// <summary>A part being edited.</summary>
    public class BuildPartEditorContext : BuildEditorContext
    {
        /// <summary>A context for one part.</summary>
        public BuildPartEditorContext(ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
            : base(context.Shape, context.GroupId, context.IsNew, context.HtmlFieldPrefix, context.ShapeFactory, context.Layout, context.Updater)
        {
            TypePartDefinition = typePartDefinition;
            this.Take(context);
        }

        /// <summary>The part on its type.</summary>
        public ContentTypePartDefinition TypePartDefinition { get; }
    }

    /// <summary>A part being read from a form.</summary>
    public class UpdatePartEditorContext : BuildPartEditorContext
    {
        /// <summary>A context for one part.</summary>
        public UpdatePartEditorContext(ContentTypePartDefinition typePartDefinition, UpdateEditorContext context)
            : base(typePartDefinition, context)
        {
        }
    }
}

namespace OrchardCore.ContentManagement.Display.ContentDisplay
{
    /// <summary>Shows and edits a part.</summary>
    public interface IContentPartDisplayDriver
    {
        /// <summary>The display; null for nothing.</summary>
        Task<IDisplayResult> BuildDisplayAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildDisplayContext context);

        /// <summary>The editor; null for nothing.</summary>
        Task<IDisplayResult> BuildEditorAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildEditorContext context);

        /// <summary>Reads the form, answers the editor.</summary>
        Task<IDisplayResult> UpdateEditorAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, UpdateEditorContext context);
    }

    /// <summary>Base of the drivers of parts.</summary>
    public abstract class ContentPartDisplayDriver<TPart> : DisplayDriverBase, IContentPartDisplayDriver
        where TPart : ContentPart, new()
    {
        private ContentTypePartDefinition _definition;
        private ContentPart _part;

        /// <summary>A shape with the alternates and the differentiator of its part.</summary>
        public override ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync)
        {
            if (_definition is not { } definition)
            {
                return base.Factory(shapeType, shapeBuilder, initializeAsync);
            }

            var part = definition.PartDefinition.Name;
            var own = shapeType == part || shapeType.StartsWith(part + "_", StringComparison.OrdinalIgnoreCase);
            var item = _part?.ContentItem;
            return new ShapeResult(shapeType, shapeBuilder, initializeAsync)
            {
                DefaultDifferentiator = own ? definition.Name : definition.Name + "-" + shapeType,
                Built = (shape, displayType) =>
                {
                    PartAlternates.AddTo(shape.Metadata.Alternates, shapeType, displayType, definition);
                    shape.Properties.TryAdd("ContentItem", item);
                },
            }.Prefix(Prefix);
        }

        /// <summary>Shows the part.</summary>
        public virtual Task<IDisplayResult> DisplayAsync(TPart part, BuildPartDisplayContext context) => Task.FromResult(Display(part, context));

        /// <summary>Shows the part.</summary>
        public virtual IDisplayResult Display(TPart part, BuildPartDisplayContext context) => null;

        /// <summary>Edits the part.</summary>
        public virtual Task<IDisplayResult> EditAsync(TPart part, BuildPartEditorContext context) => Task.FromResult(Edit(part, context));

        /// <summary>Edits the part.</summary>
        public virtual IDisplayResult Edit(TPart part, BuildPartEditorContext context) => null;

        /// <summary>Reads the form into the part.</summary>
        public virtual Task<IDisplayResult> UpdateAsync(TPart part, UpdatePartEditorContext context) => EditAsync(part, context);

        /// <summary>Name of the part, with the display mode of its settings.</summary>
        protected string GetDisplayShapeType(BuildPartDisplayContext context) => GetDisplayShapeType(typeof(TPart).Name, context);

        /// <summary>The name with the display mode of the part's settings.</summary>
        protected string GetDisplayShapeType(string shapeType, BuildPartDisplayContext context) =>
            PartAlternates.Setting(context.TypePartDefinition, "DisplayMode") is { } mode ? shapeType + "_Display__" + mode : shapeType;

        /// <summary>Name of the part's editor, with the editor of its settings.</summary>
        protected string GetEditorShapeType(BuildPartEditorContext context) => GetEditorShapeType(context.TypePartDefinition);

        /// <summary>Name of the part's editor, with the editor of its settings.</summary>
        protected string GetEditorShapeType(ContentTypePartDefinition typePartDefinition) => GetEditorShapeType(typeof(TPart).Name + "_Edit", typePartDefinition);

        /// <summary>The name with the editor of the part's settings.</summary>
        protected string GetEditorShapeType(string shapeType, ContentTypePartDefinition typePartDefinition) =>
            PartAlternates.Setting(typePartDefinition, "Editor") is { } editor ? shapeType + "__" + editor : shapeType;

        async Task<IDisplayResult> IContentPartDisplayDriver.BuildDisplayAsync(
            ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildDisplayContext context)
        {
            if (contentPart is not TPart part)
            {
                return null;
            }

            Begin(part, typePartDefinition, context);
            return await DisplayAsync(part, new BuildPartDisplayContext(typePartDefinition, context));
        }

        async Task<IDisplayResult> IContentPartDisplayDriver.BuildEditorAsync(
            ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
        {
            if (contentPart is not TPart part)
            {
                return null;
            }

            Begin(part, typePartDefinition, context);
            return await EditAsync(part, new BuildPartEditorContext(typePartDefinition, context));
        }

        async Task<IDisplayResult> IContentPartDisplayDriver.UpdateEditorAsync(
            ContentPart contentPart, ContentTypePartDefinition typePartDefinition, UpdateEditorContext context)
        {
            if (contentPart is not TPart part)
            {
                return null;
            }

            Begin(part, typePartDefinition, context);
            var result = await UpdateAsync(part, new UpdatePartEditorContext(typePartDefinition, context));
            part.ContentItem.Apply(typePartDefinition.Name, part);
            return result;
        }

        private void Begin(TPart part, ContentTypePartDefinition definition, BuildShapeContext context)
        {
            _part = part;
            _definition = definition;
            Prefix = string.IsNullOrEmpty(context.HtmlFieldPrefix) ? definition.Name : context.HtmlFieldPrefix + "." + definition.Name;
        }
    }

    /// <summary>Shows and edits whole items.</summary>
    public interface IContentDisplayDriver : IDisplayDriver<ContentItem, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>
    {
    }

    /// <summary>Base of the drivers of whole items.</summary>
    public abstract class ContentDisplayDriver
        : DisplayDriver<ContentItem, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>, IContentDisplayDriver
    {
    }

    /// <summary>Gives parts their drivers.</summary>
    public static class ContentPartServiceCollectionExtensions
    {
        /// <summary>Adds a driver to the part.</summary>
        public static ContentPartOptionBuilder UseDisplayDriver<TContentPartDisplayDriver>(this ContentPartOptionBuilder builder)
            where TContentPartDisplayDriver : class, IContentPartDisplayDriver => builder.UseDisplayDriver(typeof(TContentPartDisplayDriver));

        /// <summary>Adds a driver to the part.</summary>
        public static ContentPartOptionBuilder UseDisplayDriver(this ContentPartOptionBuilder builder, Type partDisplayDriverType)
        {
            var part = builder.ContentPartType.Name;
            builder.Services.TryAddScoped(partDisplayDriverType);
            builder.Services.Configure<PartDrivers>(drivers => drivers.Add(part, partDisplayDriverType));
            return builder;
        }
    }
}

namespace OrchardCore.ContentManagement.Display
{
    /// <summary>Builds displays and editors of content items.</summary>
    public interface IContentItemDisplayManager
    {
        /// <summary>The display.</summary>
        Task<IShape> BuildDisplayAsync(ContentItem content, IUpdateModel updater, string displayType = "", string groupId = "");

        /// <summary>The editor.</summary>
        Task<IShape> BuildEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "");

        /// <summary>Reads the form into the item; answers the editor.</summary>
        Task<IShape> UpdateEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "");
    }
}

namespace InstituteCms.Kernel.Display
{
    /// <summary>Which drivers show which part.</summary>
    internal sealed class PartDrivers
    {
        private readonly Dictionary<string, List<Type>> _types = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string part, Type driver)
        {
            if (!_types.TryGetValue(part, out var drivers))
            {
                _types[part] = drivers = [];
            }

            if (!drivers.Contains(driver))
            {
                drivers.Add(driver);
            }
        }

        public IReadOnlyList<Type> Of(string part) => _types.GetValueOrDefault(part) ?? [];
    }

    internal static class PartAlternates
    {
        /// <summary>In rising priority: by display type, by content type, by both, by the part's name on its type.</summary>
        public static void AddTo(
            OrchardCore.DisplayManagement.Shapes.AlternatesCollection alternates, string shape, string displayType, ContentTypePartDefinition part)
        {
            var type = part.ContentTypeDefinition?.Name;
            var isEditor = displayType == "Edit";
            if (!isEditor && !string.IsNullOrEmpty(displayType))
            {
                alternates.Add(shape + "_" + displayType);
            }

            if (type is null)
            {
                return;
            }

            foreach (var name in new[] { shape, part.Name }.Distinct())
            {
                if (isEditor && name == part.Name)
                {
                    continue;
                }

                alternates.Add(type + "__" + name);
                if (!isEditor && !string.IsNullOrEmpty(displayType))
                {
                    alternates.Add(type + "_" + displayType + "__" + name);
                }
            }
        }

        /// <summary>A text in the settings of the part on its type; null where it is empty.</summary>
        public static string Setting(ContentTypePartDefinition part, string name) =>
            part?.Settings?["ContentTypePartSettings"]?[name]?.GetValue<string>() is { Length: > 0 } value ? value : null;

        /// <summary>Goes on with the placement and defaults of another context.</summary>
        public static void Take(this BuildShapeContext context, BuildShapeContext other)
        {
            context.FindPlacement = other.FindPlacement;
            context.DefaultZone = other.DefaultZone;
            context.DefaultPosition = other.DefaultPosition;
            context.HtmlFieldPrefix = other.HtmlFieldPrefix;
        }
    }
}
