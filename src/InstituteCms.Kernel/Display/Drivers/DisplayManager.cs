using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace InstituteCms.Kernel.Display;

internal sealed class DisplayManager<TModel>(
    IEnumerable<IDisplayDriver<TModel>> drivers, IShapeFactory shapes, ILayoutAccessor layouts, Placements placements) : IDisplayManager<TModel>
{
    public async Task<IShape> BuildDisplayAsync(TModel model, IUpdateModel updater, string displayType = "", string groupId = "")
    {
        var shape = Root(displayType is "" or "Detail" ? typeof(TModel).Name : typeof(TModel).Name + "_" + displayType);
        var context = new BuildDisplayContext(shape, displayType, groupId, shapes, await layouts.GetLayoutAsync(), updater)
        {
            FindPlacement = await placements.FinderAsync(null),
        };
        foreach (var driver in drivers)
        {
            await ((await driver.BuildDisplayAsync(model, context))?.ApplyAsync(context) ?? Task.CompletedTask);
        }

        return shape;
    }

    public Task<IShape> BuildEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "") => EditAsync(
        (shape, layout) => new BuildEditorContext(shape, groupId, isNew, htmlPrefix, shapes, layout, updater),
        (driver, context) => driver.BuildEditorAsync(model, context));

    public Task<IShape> UpdateEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "") => EditAsync(
        (shape, layout) => new UpdateEditorContext(shape, groupId, isNew, htmlPrefix, shapes, layout, updater),
        (driver, context) => driver.UpdateEditorAsync(model, context));

    private async Task<IShape> EditAsync<TContext>(
        Func<IShape, IZoneHolding, TContext> begin, Func<IDisplayDriver<TModel>, TContext, Task<IDisplayResult>> edit)
        where TContext : BuildEditorContext
    {
        var shape = Root(typeof(TModel).Name + "_Edit");
        var context = begin(shape, await layouts.GetLayoutAsync());
        context.FindPlacement = await placements.FinderAsync(null);
        context.DefaultZone = "Content";
        foreach (var driver in drivers)
        {
            await ((await edit(driver, context))?.ApplyAsync(context) ?? Task.CompletedTask);
        }

        return shape;
    }

    private static ZoneHolding Root(string type)
    {
        var shape = new ZoneHolding();
        shape.Metadata.Type = type;
        return shape;
    }
}
