#nullable disable
namespace OrchardCore.ContentManagement.Handlers;

/// <summary>
/// Follows what happens to content items. The first event of a pair runs in the order of registration, the second in the reverse order.
/// What a handler throws is logged and goes no further.
/// </summary>
public interface IContentHandler
{
    Task ActivatingAsync(ActivatingContentContext context);

    Task ActivatedAsync(ActivatedContentContext context);

    Task InitializingAsync(InitializingContentContext context);

    Task InitializedAsync(InitializingContentContext context);

    Task CreatingAsync(CreateContentContext context);

    Task CreatedAsync(CreateContentContext context);

    Task LoadingAsync(LoadContentContext context);

    Task LoadedAsync(LoadContentContext context);

    Task ImportingAsync(ImportContentContext context);

    Task ImportedAsync(ImportContentContext context);

    Task UpdatingAsync(UpdateContentContext context);

    Task UpdatedAsync(UpdateContentContext context);

    Task ValidatingAsync(ValidateContentContext context);

    Task ValidatedAsync(ValidateContentContext context);

    Task VersioningAsync(VersionContentContext context);

    Task VersionedAsync(VersionContentContext context);

    Task DraftSavingAsync(SaveDraftContentContext context);

    Task DraftSavedAsync(SaveDraftContentContext context);

    Task PublishingAsync(PublishContentContext context);

    Task PublishedAsync(PublishContentContext context);

    Task UnpublishingAsync(PublishContentContext context);

    Task UnpublishedAsync(PublishContentContext context);

    Task RemovingAsync(RemoveContentContext context);

    Task RemovedAsync(RemoveContentContext context);

    Task CloningAsync(CloneContentContext context);

    Task ClonedAsync(CloneContentContext context);

    /// <summary>Fills in an aspect of the item.</summary>
    Task GetContentItemAspectAsync(ContentItemAspectContext context);
}

/// <summary>A handler that lets everything pass.</summary>
public abstract class ContentHandlerBase : IContentHandler
{
    /// <inheritdoc />
    public virtual Task ActivatingAsync(ActivatingContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ActivatedAsync(ActivatedContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task InitializingAsync(InitializingContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task InitializedAsync(InitializingContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task CreatingAsync(CreateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task CreatedAsync(CreateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task LoadingAsync(LoadContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task LoadedAsync(LoadContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ImportingAsync(ImportContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ImportedAsync(ImportContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task UpdatingAsync(UpdateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task UpdatedAsync(UpdateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ValidatingAsync(ValidateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ValidatedAsync(ValidateContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task VersioningAsync(VersionContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task VersionedAsync(VersionContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task DraftSavingAsync(SaveDraftContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task DraftSavedAsync(SaveDraftContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task PublishingAsync(PublishContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task PublishedAsync(PublishContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task UnpublishingAsync(PublishContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task UnpublishedAsync(PublishContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task RemovingAsync(RemoveContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task RemovedAsync(RemoveContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task CloningAsync(CloneContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task ClonedAsync(CloneContentContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task GetContentItemAspectAsync(ContentItemAspectContext context) => Task.CompletedTask;
}
