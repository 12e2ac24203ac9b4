#nullable disable
using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.ContentManagement;

/// <summary>Makes, finds, versions, publishes and removes content items. Nothing is committed before the scope ends or the session is saved.</summary>
public interface IContentManager
{
    /// <summary>An item of the type with all its parts, not saved.</summary>
    Task<ContentItem> NewAsync(string contentType);

    /// <summary>Saves a new item, published unless <see cref="VersionOptions.Draft"/>; false where a handler cancels.</summary>
    Task<bool> CreateAsync(ContentItem contentItem, VersionOptions options = null);

    /// <summary>Saves a change of this version.</summary>
    Task UpdateAsync(ContentItem contentItem);

    /// <summary>Asks the handlers what is wrong with it.</summary>
    Task<ContentValidateResult> ValidateAsync(ContentItem contentItem);

    /// <summary>The version asked for (published by default), or null.</summary>
    Task<ContentItem> GetAsync(string contentItemId, VersionOptions options = null);

    /// <summary>Those items that exist, in the order asked for.</summary>
    Task<IEnumerable<ContentItem>> GetAsync(IEnumerable<string> contentItemIds, VersionOptions options = null);

    /// <summary>A version whether in use or not; null where there is none.</summary>
    Task<ContentItem> GetVersionAsync(string contentItemVersionId);

    /// <summary>Every stored version.</summary>
    Task<IEnumerable<ContentItem>> GetAllVersionsAsync(string contentItemId);

    /// <summary>Runs the load handlers on what a query found; once per item and scope.</summary>
    Task<ContentItem> LoadAsync(ContentItem contentItem);

    /// <summary>Makes this version the published one; false where a handler cancels.</summary>
    Task<bool> PublishAsync(ContentItem contentItem);

    /// <summary>Takes the published version back; false where a handler cancels.</summary>
    Task<bool> UnpublishAsync(ContentItem contentItem);

    /// <summary>Saves this version as the draft.</summary>
    Task SaveDraftAsync(ContentItem contentItem);

    /// <summary>Drops the draft for the published version.</summary>
    Task DiscardDraftAsync(ContentItem contentItem);

    /// <summary>Marks every active version as neither latest nor published; the rows stay.</summary>
    Task<bool> RemoveAsync(ContentItem contentItem);

    /// <summary>Makes what this version says, which may be an old or a removed one, the draft; an existing draft stays as a version.</summary>
    Task<ContentValidateResult> RestoreAsync(ContentItem contentItem);

    /// <summary>A draft copy under a new id.</summary>
    Task<ContentItem> CloneAsync(ContentItem contentItem);

    /// <summary>Creates or updates versions from elsewhere, keyed by version id.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">One of them is not valid.</exception>
    Task ImportAsync(IEnumerable<ContentItem> contentItems);

    /// <summary>Lets the handlers fill in <paramref name="aspect"/>.</summary>
    Task<TAspect> PopulateAspectAsync<TAspect>(IContent content, TAspect aspect);
}
