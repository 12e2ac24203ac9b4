using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace InstituteCms.Kernel.Display;

/// <summary>Asks the drivers of items, then those of the item's parts, then the handlers; a driver that fails is logged and left out.</summary>
internal sealed partial class ContentItemDisplayManager(
    IShapeFactory shapes, ILayoutAccessor layouts, Placements placements, IContentDefinitionManager definitions, IOptions<PartDrivers> drivers,
    IOptions<ContentOptions> parts, IEnumerable<IContentDisplayDriver> itemDrivers,
    IEnumerable<IContentDisplayHandler> handlers, IServiceProvider services, ILogger<ContentItemDisplayManager> logger)
    : IContentItemDisplayManager
{
    public async Task<IShape> BuildDisplayAsync(ContentItem content, IUpdateModel updater, string displayType = "", string groupId = "")
    {
        var display = string.IsNullOrEmpty(displayType) ? "Detail" : displayType;
        var shape = Root(content, display == "Detail" ? "Content" : "Content_" + display, display);
        ContentAlternates.AddTo(shape.Metadata.Alternates, content, display);
        var context = new BuildDisplayContext(shape, display, groupId, shapes, await layouts.GetLayoutAsync(), updater)
        {
            FindPlacement = await placements.FinderAsync(content.ContentType),
        };

        foreach (var driver in itemDrivers)
        {
            await RunAsync(driver, async () => await ((await driver.BuildDisplayAsync(content, context))?.ApplyAsync(context) ?? Task.CompletedTask));
        }

        foreach (var definition in await PartsAsync(content))
        {
            await RunAsync(definition, async (driver, part) =>
                await ((await driver.BuildDisplayAsync(part, definition, context))?.ApplyAsync(context) ?? Task.CompletedTask), content);
        }

        foreach (var handler in handlers)
        {
            await handler.BuildDisplayAsync(content, context);
        }

        return shape;
    }

    public Task<IShape> BuildEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "") =>
        EditAsync(
            content,
            (shape, layout) => new BuildEditorContext(shape, groupId, isNew, htmlFieldPrefix, shapes, layout, updater),
            (driver, part, definition, context) => driver.BuildEditorAsync(part, definition, context),
            (driver, context) => driver.BuildEditorAsync(content, context),
            (handler, context) => handler.BuildEditorAsync(content, context));

    public Task<IShape> UpdateEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "") =>
        EditAsync(
            content,
            (shape, layout) => new UpdateEditorContext(shape, groupId, isNew, htmlFieldPrefix, shapes, layout, updater),
            (driver, part, definition, context) => driver.UpdateEditorAsync(part, definition, context),
            (driver, context) => driver.UpdateEditorAsync(content, context),
            (handler, context) => handler.UpdateEditorAsync(content, context));

    private async Task<IShape> EditAsync<TContext>(
        ContentItem content,
        Func<IShape, IZoneHolding, TContext> begin,
        Func<IContentPartDisplayDriver, ContentPart, ContentTypePartDefinition, TContext, Task<IDisplayResult>> editPart,
        Func<IContentDisplayDriver, TContext, Task<IDisplayResult>> editItem,
        Func<IContentDisplayHandler, TContext, Task> tell)
        where TContext : BuildEditorContext
    {
        var shape = Root(content, "Content_Edit", "Edit");
        shape.Metadata.Alternates.Add("Content_Edit__" + ShapeNames.Encode(content.ContentType));
        var context = begin(shape, await layouts.GetLayoutAsync());
        context.FindPlacement = await placements.FinderAsync(content.ContentType);

        context.DefaultZone = "Content";
        foreach (var driver in itemDrivers)
        {
            await RunAsync(driver, async () => await ((await editItem(driver, context))?.ApplyAsync(context) ?? Task.CompletedTask));
        }

        var position = 0;
        foreach (var definition in await PartsAsync(content))
        {
            var frame = await PartFrameAsync(content, definition, (++position).ToString(System.Globalization.CultureInfo.InvariantCulture), context);
            context.DefaultZone = frame;
            context.DefaultPosition = "";
            await RunAsync(definition, async (driver, part) =>
                await ((await editPart(driver, part, definition, context))?.ApplyAsync(context) ?? Task.CompletedTask), content, rethrow: true);
        }

        foreach (var handler in handlers)
        {
            await tell(handler, context);
        }

        return shape;
    }

    /// <summary>Makes the shape around a part's editors; answers the zone in it.</summary>
    private async Task<string> PartFrameAsync(ContentItem content, ContentTypePartDefinition definition, string position, BuildEditorContext context)
    {
        var frame = await shapes.CreateAsync("ContentPart_Edit");
        frame.Metadata.Name = definition.Name;
        frame.Metadata.Differentiator = content.ContentType + "-" + definition.Name;
        frame.Properties["ContentPart"] = Part(content, definition);
        frame.Properties["ContentTypePartDefinition"] = definition;
        var placed = context.FindPlacement("ContentPart_Edit", frame.Metadata.Differentiator, "Edit", context);
        var location = ShapeLocation.Parse(placed?.Location ?? "Parts:" + (PartAlternates.Setting(definition, "Position") ?? position));
        var zone = location.Zones.Count > 0 ? location.Zones[0] : "Parts";
        await ((IZoneHolding)context.Shape).Zones[zone].AddAsync(frame, location.Position);
        return zone + "." + definition.Name;
    }

    private static ZoneHolding Root(ContentItem content, string type, string displayType)
    {
        var shape = new ZoneHolding();
        shape.Metadata.Type = type;
        shape.Metadata.DisplayType = displayType;
        shape.Properties["ContentItem"] = content;
        return shape;
    }

    private async Task<IEnumerable<ContentTypePartDefinition>> PartsAsync(ContentItem content) =>
        (await definitions.GetTypeDefinitionAsync(content.ContentType))?.Parts ?? [];

    private ContentPart Part(ContentItem content, ContentTypePartDefinition definition)
    {
        var type = parts.Value.ContentPartOptionsLookup.GetValueOrDefault(definition.PartDefinition.Name)?.Type ?? typeof(ContentPart);
        if (content.Get(type, definition.Name) is ContentPart known)
        {
            return known;
        }

        var part = (ContentPart)Activator.CreateInstance(type)!;
        part.ContentItem = content;
        content.Weld(definition.Name, part);
        return part;
    }

    private async Task RunAsync(
        ContentTypePartDefinition definition, Func<IContentPartDisplayDriver, ContentPart, Task> run, ContentItem content, bool rethrow = false)
    {
        foreach (var type in drivers.Value.Of(definition.PartDefinition.Name))
        {
            var driver = (IContentPartDisplayDriver)services.GetRequiredService(type);
            await RunAsync(driver, () => run(driver, Part(content, definition)), rethrow);
        }
    }

    private async Task RunAsync(object driver, Func<Task> run, bool rethrow = false)
    {
        try
        {
            await run();
        }
        catch (Exception e) when (!rethrow && e is not OperationCanceledException)
        {
            LogDriverFailed(logger, driver.GetType().FullName!, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The display driver {Driver} failed and was left out.")]
    private static partial void LogDriverFailed(ILogger logger, string driver, Exception exception);
}

internal static class ContentAlternates
{
    /// <summary>In rising priority: display type, content type, id, and the last two with the display type.</summary>
    public static void AddTo(AlternatesCollection alternates, ContentItem content, string display)
    {
        var type = ShapeNames.Encode(content.ContentType);
        alternates.Add("Content_" + display);
        if (display == "Detail")
        {
            // A whole item's template does not stand in for its summaries.
            alternates.Add("Content__" + type);
            alternates.Add("Content__" + content.ContentItemId);
        }

        alternates.Add($"Content_{display}__{type}");
        alternates.Add($"Content_{display}__{content.ContentItemId}");
    }
}
