using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using OrchardCore.Liquid;
using OrchardCore.Modules;
using OrchardCore.Title.Models;

namespace InstituteCms.Kernel.Content.Title;

[Feature("OrchardCore.Title")]
public sealed class TitleStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<TitlePart>().AddHandler<TitlePartHandler>();
        services.AddDataMigration<TitleMigrations>();
    }
}

internal sealed class TitleMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(TitlePart), part => part
            .Attachable()
            .WithDescription("Provides a title for the content item.")
            .WithDefaultPosition("0"));
        return 1;
    }
}

/// <summary>Keeps the display text in step with the title, however the item is written.</summary>
internal sealed class TitlePartHandler : ContentPartHandler<TitlePart>
{
    private readonly IContentDefinitionManager _definitions;
    private readonly ILiquidTemplateManager _liquid;
    private readonly IStringLocalizer S;

    public TitlePartHandler(IContentDefinitionManager definitions, ILiquidTemplateManager liquid, IStringLocalizer<TitlePartHandler> localizer)
    {
        _definitions = definitions;
        _liquid = liquid;
        S = localizer;
    }

    public override Task CreatingAsync(CreateContentContext context, TitlePart part) => SetTitleAsync(part);

    public override Task CreatedAsync(CreateContentContext context, TitlePart part) => SetTitleAsync(part);

    public override Task UpdatingAsync(UpdateContentContext context, TitlePart part) => SetTitleAsync(part);

    public override Task UpdatedAsync(UpdateContentContext context, TitlePart part) => SetTitleAsync(part);

    public override Task ClonedAsync(CloneContentContext context, TitlePart part)
    {
        context.CloneContentItem.DisplayText = part.Title;
        return Task.CompletedTask;
    }

    protected override Task ValidatingAsync(ValidateContentPartContext context, TitlePart part)
    {
        if (context.ContentTypePartDefinition.GetSettings<TitlePartSettings>().Options is TitlePartOptions.EditableRequired && string.IsNullOrWhiteSpace(part.Title))
        {
            context.Fail(S["A value is required for Title."], nameof(part.Title));
        }

        return Task.CompletedTask;
    }

    private async Task SetTitleAsync(TitlePart part)
    {
        var settings = await _definitions.GetPartSettingsAsync<TitlePartSettings>(part.ContentItem, nameof(TitlePart));
        if (settings.Options is TitlePartOptions.GeneratedDisabled or TitlePartOptions.GeneratedHidden && !string.IsNullOrEmpty(settings.Pattern))
        {
            part.Title = await PatternText.RenderAsync(_liquid, settings.Pattern, part.ContentItem);
            part.Apply();
        }

        if (!string.IsNullOrWhiteSpace(part.Title))
        {
            part.ContentItem.DisplayText = part.Title;
        }
    }
}
