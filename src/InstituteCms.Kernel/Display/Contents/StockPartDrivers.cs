using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Html.Models;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Title.Models;

namespace InstituteCms.Kernel.Display.Contents;

/// <summary>The form of a title.</summary>
public class TitleViewModel
{
    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>Whether it is made from a pattern.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool IsGenerated { get; set; }
}

/// <summary>The form of a path.</summary>
public class PathViewModel
{
    /// <summary>The path below the site; empty to make it from the pattern.</summary>
    public string? Path { get; set; }
}

/// <summary>The form of a body.</summary>
public class HtmlViewModel
{
    /// <summary>The body's HTML.</summary>
    public string? Html { get; set; }
}

internal sealed class TitlePartDisplayDriver(IStringLocalizer<TitlePartDisplayDriver> localizer) : ContentPartDisplayDriver<TitlePart>
{
    public override IDisplayResult Display(TitlePart part, BuildPartDisplayContext context) =>
        Initialize<TitleViewModel>(GetDisplayShapeType(context), model => model.Title = part.ContentItem.DisplayText ?? part.Title)
            .Location("Detail", "Header:5")
            .Location("Summary", "Header:5");

    public override IDisplayResult Edit(TitlePart part, BuildPartEditorContext context) =>
        Initialize<TitleViewModel>(GetEditorShapeType(context), model =>
        {
            model.Title = part.Title;
            model.IsGenerated = Settings(context).Options is TitlePartOptions.GeneratedDisabled or TitlePartOptions.GeneratedHidden;
        });

    public override async Task<IDisplayResult> UpdateAsync(TitlePart part, UpdatePartEditorContext context)
    {
        var model = new TitleViewModel();
        var options = Settings(context).Options;
        if (options is TitlePartOptions.Editable or TitlePartOptions.EditableRequired)
        {
            await context.Updater.TryUpdateModelAsync(model, Prefix);
            part.Title = model.Title?.Trim();
        }

        if (options is TitlePartOptions.EditableRequired && string.IsNullOrEmpty(part.Title))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Title), localizer["Give it a title."]);
        }

        return Edit(part, context);
    }

    private static TitlePartSettings Settings(BuildPartEditorContext context) => context.TypePartDefinition.GetSettings<TitlePartSettings>();
}

internal sealed class AutoroutePartDisplayDriver : ContentPartDisplayDriver<AutoroutePart>
{
    public override IDisplayResult Edit(AutoroutePart part, BuildPartEditorContext context) =>
        Initialize<PathViewModel>(GetEditorShapeType(context), model => model.Path = part.Path);

    public override async Task<IDisplayResult> UpdateAsync(AutoroutePart part, UpdatePartEditorContext context)
    {
        var model = new PathViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Path = model.Path?.Trim();
        return Edit(part, context);
    }
}

internal sealed class HtmlBodyPartDisplayDriver(IHtmlSanitizerService sanitizer) : ContentPartDisplayDriver<HtmlBodyPart>
{
    public override IDisplayResult Display(HtmlBodyPart part, BuildPartDisplayContext context) =>
        Initialize<HtmlViewModel>(GetDisplayShapeType(context), model => model.Html = part.Html).Location("Detail", "Content:5");

    public override IDisplayResult Edit(HtmlBodyPart part, BuildPartEditorContext context) =>
        Initialize<HtmlViewModel>(GetEditorShapeType(context), model => model.Html = part.Html);

    public override async Task<IDisplayResult> UpdateAsync(HtmlBodyPart part, UpdatePartEditorContext context)
    {
        var model = new HtmlViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Html = sanitizer.Sanitize(model.Html ?? "");
        return Edit(part, context);
    }
}

/// <summary>Titles' display and editor.</summary>
[Feature("OrchardCore.Title")]
public sealed class TitleDisplayStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddContentPart<TitlePart>().UseDisplayDriver<TitlePartDisplayDriver>();
}

/// <summary>The editor of paths.</summary>
[Feature("OrchardCore.Autoroute")]
public sealed class AutorouteDisplayStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddContentPart<AutoroutePart>().UseDisplayDriver<AutoroutePartDisplayDriver>();
}

/// <summary>Bodies' display and editor.</summary>
[Feature("OrchardCore.Html")]
public sealed class HtmlDisplayStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddContentPart<HtmlBodyPart>().UseDisplayDriver<HtmlBodyPartDisplayDriver>();
}
