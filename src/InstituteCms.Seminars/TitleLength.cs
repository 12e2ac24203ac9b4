using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;

namespace InstituteCms;

/// <summary>Refuses titles that lists and the database would cut off.</summary>
public sealed class TitleLength : ContentHandlerBase
{
    private readonly IStringLocalizer S;

    public TitleLength(IStringLocalizer<TitleLength> localizer) => S = localizer;

    public override Task ValidatingAsync(ValidateContentContext context)
    {
        var item = context.ContentItem;
        var length = Math.Max(item.DisplayText?.Length ?? 0, TypedTitle(item)?.Length ?? 0);
        if (length > ContentItemIndex.MaxDisplayTextSize && SeminarTypes.All.Contains(item.ContentType))
        {
            context.Fail(S["The title has {0} characters; at most {1} fit.", length, ContentItemIndex.MaxDisplayTextSize], "TitlePart.Title");
        }

        return Task.CompletedTask;
    }

    /// <summary>The title of a form becomes the item's name only when it is stored.</summary>
    private static string? TypedTitle(ContentItem item) => item.Content.TitlePart?.Title?.ToString();
}
