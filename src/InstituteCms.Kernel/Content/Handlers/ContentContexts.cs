#nullable disable
using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>What a handler is told.</summary>
public class ContentContextBase
{
    protected ContentContextBase(ContentItem contentItem) => ContentItem = contentItem;

    /// <summary>The item that the event is about.</summary>
    public ContentItem ContentItem { get; protected set; }
}

/// <summary>An item gets its parts.</summary>
public class ActivatingContentContext(ContentItem contentItem) : ContentContextBase(contentItem)
{
    public string ContentType { get; set; }

    public ContentTypeDefinition Definition { get; set; }
}

/// <summary>An item has its parts.</summary>
public class ActivatedContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A new item gets its first values.</summary>
public class InitializingContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>An item is loaded.</summary>
public class LoadContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>An item is saved for the first time.</summary>
public class CreateContentContext(ContentItem contentItem) : ContentContextBase(contentItem)
{
    /// <summary>Set to stop it.</summary>
    public bool Cancel { get; set; }
}

/// <summary>An item is imported.</summary>
public class ImportContentContext(ContentItem contentItem, ContentItem originalContentItem = null) : ContentContextBase(contentItem)
{
    /// <summary>The version that it updates, or null.</summary>
    public ContentItem OriginalContentItem { get; set; } = originalContentItem;
}

/// <summary>A change of an item is saved.</summary>
public class UpdateContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A draft is saved.</summary>
public class SaveDraftContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>An item is published, or its publication is taken back.</summary>
public class PublishContentContext(ContentItem contentItem, ContentItem previousContentItem) : ContentContextBase(contentItem)
{
    /// <summary>The version that was published before, or null.</summary>
    public ContentItem PreviousItem { get; set; } = previousContentItem;

    /// <summary>Set to stop it.</summary>
    public bool Cancel { get; set; }
}

/// <summary>An item is removed, or one of its versions.</summary>
public class RemoveContentContext(ContentItem contentItem, bool noActiveVersionLeft = false) : ContentContextBase(contentItem)
{
    /// <summary>Whether nothing of the item is left.</summary>
    public bool NoActiveVersionLeft { get; } = noActiveVersionLeft;

    /// <summary>Set to stop it.</summary>
    public bool Cancel { get; set; }
}

/// <summary>A draft is made from a published version.</summary>
public class VersionContentContext(ContentItem contentItem, ContentItem buildingContentItem) : ContentContextBase(contentItem)
{
    /// <summary>The draft.</summary>
    public ContentItem BuildingContentItem { get; } = buildingContentItem;
}

/// <summary>An item is copied.</summary>
public class CloneContentContext(ContentItem contentItem, ContentItem cloneContentItem) : ContentContextBase(contentItem)
{
    /// <summary>The copy.</summary>
    public ContentItem CloneContentItem { get; set; } = cloneContentItem;
}

/// <summary>An item is checked.</summary>
public class ValidateContentContext(ContentItem contentItem) : ContentContextBase(contentItem)
{
    /// <summary>What was found so far.</summary>
    public ContentValidateResult ContentValidateResult { get; internal set; } = new();
}

/// <summary>A part of an item is checked.</summary>
public class ValidateContentPartContext(ContentItem contentItem) : ValidateContentContext(contentItem)
{
    /// <summary>The part on its type.</summary>
    public ContentTypePartDefinition ContentTypePartDefinition { get; set; }
}

/// <summary>What is wrong with an item.</summary>
public class ContentValidateResult
{
    private readonly List<ValidationResult> _errors = [];

    public bool Succeeded { get; set; } = true;

    public IReadOnlyList<ValidationResult> Errors => _errors;

    /// <summary>Adds an error.</summary>
    public void Fail(ValidationResult error)
    {
        Succeeded = false;
        _errors.Add(error);
    }
}

/// <summary>Ways to fail.</summary>
public static class ValidateContentContextExtensions
{
    public static void Fail(this ValidateContentContext context, ValidationResult error) => context.ContentValidateResult.Fail(error);

    public static void Fail(this ValidateContentContext context, string errorMessage, params string[] memberNames) =>
        context.Fail(new ValidationResult(errorMessage, memberNames));
}

/// <summary>Ways for a part to fail: members are named as the editor's form names them.</summary>
public static class ValidateContentPartContextExtensions
{
    public static void Fail(this ValidateContentPartContext context, ValidationResult error) =>
        context.ContentValidateResult.Fail(new ValidationResult(error.ErrorMessage, [.. error.MemberNames.Select(name => InForm(context, name))]));

    public static void Fail(this ValidateContentPartContext context, string errorMessage, string propertyName) =>
        context.Fail(new ValidationResult(errorMessage, propertyName is null ? [] : [propertyName]));

    private static string InForm(ValidateContentPartContext context, string name) => $"{context.ContentTypePartDefinition.Name}.{name}";
}

/// <summary>An aspect of an item is asked for.</summary>
public class ContentItemAspectContext
{
    public ContentItem ContentItem { get; set; }

    public object Aspect { get; set; }

    /// <summary>Runs <paramref name="action"/> where the aspect is a <typeparamref name="TAspect"/>.</summary>
    public async Task<ContentItemAspectContext> ForAsync<TAspect>(Func<TAspect, Task> action) where TAspect : class
    {
        if (Aspect is TAspect aspect)
        {
            await action(aspect);
        }

        return this;
    }
}
