#nullable disable
using InstituteCms.Kernel.Display;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement
{
    /// <summary>Shows and edits a model that is no content item, by the drivers registered for its type.</summary>
    public interface IDisplayManager<TModel>
    {
        /// <summary>A shape named after the model's type, with what the drivers placed in its zones.</summary>
        Task<IShape> BuildDisplayAsync(TModel model, IUpdateModel updater, string displayType = "", string groupId = "");

        /// <summary>The form.</summary>
        Task<IShape> BuildEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "");

        /// <summary>The form, after its fields were read into the model.</summary>
        Task<IShape> UpdateEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "");
    }
}

namespace OrchardCore.DisplayManagement.Handlers
{
    /// <summary>Registers drivers.</summary>
    public static class ServiceCollectionExtensions
    {
        /// <summary>Registers a driver of a model.</summary>
        public static IServiceCollection AddDisplayDriver<TModel, TDriver>(this IServiceCollection services)
            where TDriver : class, IDisplayDriver<TModel, BuildDisplayContext, BuildEditorContext, UpdateEditorContext> =>
            services.AddScoped<IDisplayDriver<TModel, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>, TDriver>();
    }
}

namespace InstituteCms.Kernel.Display
{
    /// <summary>Asks the drivers one after the other; one that fails to show is logged and left out.</summary>
    internal sealed partial class DisplayManager<TModel>(
        IEnumerable<IDisplayDriver<TModel, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>> drivers,
        ILayoutAccessor layouts, Placements placements, IShapeFactory shapes, ILogger<DisplayManager<TModel>> logger)
        : IDisplayManager<TModel>
    {
        public async Task<IShape> BuildDisplayAsync(TModel model, IUpdateModel updater, string displayType = "", string groupId = "")
        {
            var display = string.IsNullOrEmpty(displayType) ? "Detail" : displayType;
            var shape = Root(display == "Detail" ? "" : "_" + display, display);
            var context = new BuildDisplayContext(shape, display, groupId, shapes, await layouts.GetLayoutAsync(), updater)
            {
                FindPlacement = await placements.FinderAsync(null),
            };
            foreach (var driver in drivers)
            {
                try
                {
                    await (await driver.BuildDisplayAsync(model, context)).ApplyToAsync(context);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogDriverFailed(logger, driver.GetType().FullName, e);
                }
            }

            return shape;
        }

        public async Task<IShape> BuildEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "")
        {
            var shape = Root("_Edit", "Edit");
            var context = new BuildEditorContext(shape, groupId, isNew, htmlPrefix, shapes, await layouts.GetLayoutAsync(), updater)
            {
                FindPlacement = await placements.FinderAsync(null),
            };
            foreach (var driver in drivers)
            {
                await (await driver.BuildEditorAsync(model, context)).ApplyToAsync(context);
            }

            return shape;
        }

        public async Task<IShape> UpdateEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "")
        {
            var shape = Root("_Edit", "Edit");
            var context = new UpdateEditorContext(shape, groupId, isNew, htmlPrefix, shapes, await layouts.GetLayoutAsync(), updater)
            {
                FindPlacement = await placements.FinderAsync(null),
            };
            foreach (var driver in drivers)
            {
                await (await driver.UpdateEditorAsync(model, context)).ApplyToAsync(context);
            }

            return shape;
        }

        private static ZoneHolding Root(string suffix, string displayType)
        {
            var shape = new ZoneHolding();
            shape.Metadata.Type = typeof(TModel).Name + suffix;
            shape.Metadata.DisplayType = displayType;
            return shape;
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "The display driver {Driver} failed and was left out.")]
        private static partial void LogDriverFailed(ILogger logger, string driver, Exception exception);
    }

    internal static class DisplayResults
    {
        public static Task ApplyToAsync(this IDisplayResult result, BuildDisplayContext context) => result?.ApplyAsync(context) ?? Task.CompletedTask;

        public static Task ApplyToAsync(this IDisplayResult result, BuildEditorContext context) => result?.ApplyAsync(context) ?? Task.CompletedTask;
    }
}
