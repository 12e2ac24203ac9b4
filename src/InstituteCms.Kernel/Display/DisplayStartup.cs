using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Display;

/// <summary>Shapes, their templates, and the layout around MVC's views.</summary>
public sealed class DisplayStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<ShapeTable>();
        services.AddSingleton<PlacementTable>();
        services.AddScoped<SiteSnapshot>();
        services.AddScoped<ThemeAccessor>();
        services.AddScoped<Placements>();
        services.AddScoped(typeof(IDisplayManager<>), typeof(DisplayManager<>));
        services.AddScoped<RenderContext>();
        services.AddScoped<RazorShapes>();
        services.AddScoped<PageResources>();
        services.AddScoped<LayoutAccessor>();
        services.AddScoped<ILayoutAccessor>(s => s.GetRequiredService<LayoutAccessor>());
        services.AddScoped<UpdateModelAccessor>();
        services.AddScoped<IUpdateModelAccessor>(s => s.GetRequiredService<UpdateModelAccessor>());
        services.AddScoped<IShapeFactory, ShapeFactory>();
        services.AddScoped<IDisplayHelper, DisplayHelper>();
        services.AddScoped<IOrchardDisplayHelper, OrchardDisplayHelper>();
        services.AddScoped<IPageTitleBuilder, PageTitleBuilder>();
        services.AddScoped<INotifier, Notifier>();
        services.AddTransient<IViewLocalizer, ViewLocalizer>();
        services.AddScoped<ModelUpdaterFilter>();
        services.AddScoped<NotifyFilter>();
        services.AddScoped<ThemeFilter>();
        services.AddKeyedSingleton("zone", CodeShape.Zone);
        services.AddKeyedSingleton("contentzone", CodeShape.Zone);
        services.AddKeyedSingleton("list", CodeShape.Zone);
        services.AddKeyedSingleton("pagetitle", CodeShape.PageTitle);
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ViewLocations()));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<ThemeFilter>();
            options.Filters.AddService<ModelUpdaterFilter>();
            options.Filters.AddService<NotifyFilter>();
        });
    }
}

/// <summary>The pages of content items.</summary>
[Feature("OrchardCore.Contents")]
public sealed class ContentsDisplayStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IContentItemDisplayManager, ContentItemDisplayManager>();
        services.AddScoped<ContentUrls>();
        services.AddScoped<MenuShapes>();
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        routes.MapAreaControllerRoute(
            "DisplayContentItem", "OrchardCore.Contents", "Contents/ContentItems/{contentItemId}", new { controller = "Item", action = "Display" });
        routes.MapAreaControllerRoute(
            "PreviewContentItem", "OrchardCore.Contents", "Contents/ContentItems/{contentItemId}/Preview", new { controller = "Item", action = "Preview" });
    }
}
