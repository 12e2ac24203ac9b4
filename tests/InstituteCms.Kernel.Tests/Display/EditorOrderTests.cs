using InstituteCms.Kernel.Display;
using InstituteCms.Kernel.Liquid;
using InstituteCms.Kernel.Modules;
using InstituteCms.Kernel.Settings;
using InstituteCms.Kernel.Tests.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Title.Models;

namespace InstituteCms.Kernel.Tests.Display;

/// <summary>Whom a form is given to, in Orchard Core's order: drivers of items, drivers of parts, handlers; the parts' own handlers are not asked.</summary>
public sealed class EditorOrderTests
{
    [Fact]
    public async Task Form_goes_to_item_drivers_then_part_drivers_then_handlers()
    {
        var order = new List<string>();
        await using var tenant = await ContentTenant.StartAsync(services =>
        {
            services.AddSingleton(new ModuleCatalog(typeof(EditorOrderTests).Assembly));
            services.AddSingleton(new TenantFeatures(new ModuleInfo(typeof(DisplayStartup).Assembly).Features));
            services.AddControllersWithViews();
            new LiquidStartup().ConfigureServices(services);
            new DisplayStartup().ConfigureServices(services);
            new ContentsDisplayStartup().ConfigureServices(services);
            new SettingsStartup().ConfigureServices(services);
            services.AddSingleton(order);
            services.AddScoped<IContentDisplayHandler, Last>();
            services.AddScoped<IContentDisplayDriver, First>();
            services.AddContentPart<TitlePart>().UseDisplayDriver<Second>().AddHandler<NeverAsked>();
        });

        await tenant.UsingAsync(async services =>
        {
            var item = await services.GetRequiredService<IContentManager>().NewAsync("Talk");
            await services.GetRequiredService<IContentItemDisplayManager>().UpdateEditorAsync(item, new NoForm(), isNew: true);
        });

        Assert.Equal(["item driver", "part driver", "handler"], order);
    }

    private sealed class First(List<string> order) : ContentDisplayDriver
    {
        public override Task<IDisplayResult> UpdateAsync(ContentItem model, UpdateEditorContext context)
        {
            order.Add("item driver");
            return Task.FromResult<IDisplayResult>(null!);
        }
    }

    private sealed class Second(List<string> order) : ContentPartDisplayDriver<TitlePart>
    {
        public override Task<IDisplayResult> UpdateAsync(TitlePart part, UpdatePartEditorContext context)
        {
            order.Add("part driver");
            return Task.FromResult<IDisplayResult>(null!);
        }
    }

    private sealed class Last(List<string> order) : IContentDisplayHandler
    {
        public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

        public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => Task.CompletedTask;

        public Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
        {
            order.Add("handler");
            return Task.CompletedTask;
        }
    }

    private sealed class NeverAsked(List<string> order) : ContentPartHandler<TitlePart>
    {
        protected override Task ValidatingAsync(ValidateContentPartContext context, TitlePart part)
        {
            order.Add("part handler");
            return Task.CompletedTask;
        }
    }

    private sealed class NoForm : IUpdateModel
    {
        public ModelStateDictionary ModelState { get; } = new();

        public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
            where TModel : class => Task.FromResult(true);
    }
}
