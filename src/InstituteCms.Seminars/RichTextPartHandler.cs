using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure.Html;

namespace InstituteCms;

/// <summary>Makes a part's rich text safe before it is stored, and then checks the part, whether it comes from the form, the API or a recipe.</summary>
public abstract class RichTextPartHandler<TPart> : ContentPartHandler<TPart>
    where TPart : ContentPart, new()
{
    private readonly IHtmlSanitizerService _html;

    protected RichTextPartHandler(IHtmlSanitizerService html) => _html = html;

    public override Task CreatingAsync(CreateContentContext context, TPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task UpdatingAsync(UpdateContentContext context, TPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task ImportingAsync(ImportContentContext context, TPart part) => SanitizeAsync(context.ContentItem, part);

    protected override async Task ValidatingAsync(ValidateContentPartContext context, TPart part)
    {
        await SanitizeAsync(context.ContentItem, part);
        await CheckAsync(context, part);
    }

    /// <summary>Puts <see cref="Safe"/> text in the place of all rich text that the part has.</summary>
    protected abstract void Sanitize(TPart part);

    /// <summary>Refuses what cannot be.</summary>
    protected abstract Task CheckAsync(ValidateContentPartContext context, TPart part);

    /// <summary>The text without what could harm a reader; <see langword="null"/> when there is none.</summary>
    protected string? Safe(string? html) => string.IsNullOrWhiteSpace(html) ? null : _html.Sanitize(html);

    private Task SanitizeAsync(ContentItem item, TPart part)
    {
        Sanitize(part);
        item.Apply(part);
        return Task.CompletedTask;
    }
}
