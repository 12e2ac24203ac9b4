using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;

namespace InstituteCms.Kernel.Content;

/// <summary>Hands the events of an item on to the handlers of its parts, and gives new items the parts of their type.</summary>
internal sealed partial class PartHandlerDispatcher : ContentHandlerBase
{
    private readonly IContentDefinitionManager _definitions;
    private readonly ContentOptions _options;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;

    public PartHandlerDispatcher(IContentDefinitionManager definitions, IOptions<ContentOptions> options, IServiceProvider services, ILogger<PartHandlerDispatcher> logger)
    {
        _definitions = definitions;
        _options = options.Value;
        _services = services;
        _logger = logger;
    }

    public override async Task ActivatingAsync(ActivatingContentContext context)
    {
        foreach (var typePart in context.Definition.Parts)
        {
            var partType = PartType(typePart.PartDefinition.Name);
            context.ContentItem.Weld(typePart.Name, (ContentPart)Activator.CreateInstance(partType)!);
        }

        await ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.ActivatingAsync(context, part), reverse: false);
    }

    public override Task VersioningAsync(VersionContentContext context) => ForEachPartAsync(
        context.ContentItem, (handler, part, typePart) => handler.VersioningAsync(context, part, Building(context, part, typePart)), reverse: false);

    public override Task VersionedAsync(VersionContentContext context) => ForEachPartAsync(
        context.ContentItem, (handler, part, typePart) => handler.VersionedAsync(context, part, Building(context, part, typePart)), reverse: true);

    public override Task InitializingAsync(InitializingContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.InitializingAsync(context, part), reverse: false);

    public override Task InitializedAsync(InitializingContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.InitializedAsync(context, part), reverse: true);

    public override Task CreatingAsync(CreateContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.CreatingAsync(context, part), reverse: false);

    public override Task CreatedAsync(CreateContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.CreatedAsync(context, part), reverse: true);

    public override Task LoadingAsync(LoadContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.LoadingAsync(context, part), reverse: false);

    public override Task LoadedAsync(LoadContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.LoadedAsync(context, part), reverse: true);

    public override Task ImportingAsync(ImportContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.ImportingAsync(context, part), reverse: false);

    public override Task ImportedAsync(ImportContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.ImportedAsync(context, part), reverse: true);

    public override Task UpdatingAsync(UpdateContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.UpdatingAsync(context, part), reverse: false);

    public override Task UpdatedAsync(UpdateContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.UpdatedAsync(context, part), reverse: true);

    public override Task ValidatingAsync(ValidateContentContext context) =>
        ForEachPartAsync(context.ContentItem, (handler, part, typePart) => handler.ValidatingAsync(ForPart(context, typePart), part), reverse: false);

    public override Task ValidatedAsync(ValidateContentContext context) =>
        ForEachPartAsync(context.ContentItem, (handler, part, typePart) => handler.ValidatedAsync(ForPart(context, typePart), part), reverse: true);

    public override Task DraftSavingAsync(SaveDraftContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.DraftSavingAsync(context, part), reverse: false);

    public override Task DraftSavedAsync(SaveDraftContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.DraftSavedAsync(context, part), reverse: true);

    public override Task PublishingAsync(PublishContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.PublishingAsync(context, part), reverse: false);

    public override Task PublishedAsync(PublishContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.PublishedAsync(context, part), reverse: true);

    public override Task UnpublishingAsync(PublishContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.UnpublishingAsync(context, part), reverse: false);

    public override Task UnpublishedAsync(PublishContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.UnpublishedAsync(context, part), reverse: true);

    public override Task RemovingAsync(RemoveContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.RemovingAsync(context, part), reverse: false);

    public override Task RemovedAsync(RemoveContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.RemovedAsync(context, part), reverse: true);

    public override Task CloningAsync(CloneContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.CloningAsync(context, part), reverse: false);

    public override Task ClonedAsync(CloneContentContext context) => ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.ClonedAsync(context, part), reverse: true);

    public override Task GetContentItemAspectAsync(ContentItemAspectContext context) =>
        ForEachPartAsync(context.ContentItem, (handler, part, _) => handler.GetContentItemAspectAsync(context, part), reverse: false);

    private static ContentPart? Building(VersionContentContext context, ContentPart existing, ContentTypePartDefinition typePart) =>
        context.BuildingContentItem.Get(existing.GetType(), typePart.Name) as ContentPart;

    private static ValidateContentPartContext ForPart(ValidateContentContext context, ContentTypePartDefinition typePart) =>
        new(context.ContentItem) { ContentTypePartDefinition = typePart, ContentValidateResult = context.ContentValidateResult };

    private Type PartType(string partName) => _options.ContentPartOptionsLookup.TryGetValue(partName, out var option) ? option.Type : typeof(ContentPart);

    private async Task ForEachPartAsync(ContentItem item, Func<IContentPartHandler, ContentPart, ContentTypePartDefinition, Task> tell, bool reverse)
    {
        if (await _definitions.GetTypeDefinitionAsync(item.ContentType) is not { } definition)
        {
            return;
        }

        foreach (var typePart in definition.Parts)
        {
            if (_options.ContentPartOptionsLookup.TryGetValue(typePart.PartDefinition.Name, out var option) && option.Handlers.Count > 0)
            {
                foreach (var handlerType in reverse ? option.Handlers.Reverse() : option.Handlers)
                {
                    await TellAsync(item, option.Type, typePart, handlerType, tell);
                }
            }
        }
    }

    private async Task TellAsync(
        ContentItem item, Type partType, ContentTypePartDefinition typePart, Type handlerType, Func<IContentPartHandler, ContentPart, ContentTypePartDefinition, Task> tell)
    {
        try
        {
            if (item.Get(partType, typePart.Name) is ContentPart part)
            {
                await tell((IContentPartHandler)_services.GetRequiredService(handlerType), part, typePart);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogHandlerFailed(e, handlerType);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The part handler {Handler} failed.")]
    private partial void LogHandlerFailed(Exception exception, Type handler);
}
