using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>What the content list does with the items that are ticked, and with what its user keeps.</summary>
[Area("OrchardCore.Contents")]
public sealed class BatchController : Controller
{
    private readonly ContentBatches _batches;
    private readonly ContentListMemories _memories;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the list's buttons.</summary>
    public BatchController(ContentBatches batches, ContentListMemories memories, INotifier notifier, IHtmlLocalizer<BatchController> localizer)
    {
        _batches = batches;
        _memories = memories;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>Publishes, withdraws or deletes.</summary>
    [HttpPost]
    [Admin("Contents/Batch", "ContentBatch")]
    public async Task<IActionResult> Run(BatchAction? batch, string[] itemIds, string? returnUrl)
    {
        if (batch is not { } action)
        {
            return BadRequest();
        }

        var done = await _batches.RunAsync(User, action, itemIds);
        if (itemIds.Length == 0)
        {
            await _notifier.WarningAsync(H["Nothing was ticked. Tick the items first."]);
        }
        else if (done.Refused > 0)
        {
            await _notifier.WarningAsync(H.Plural(
                done.Refused,
                "{0} item was left as it is: you may not change it, or its editor reports a mistake.",
                "{0} items were left as they are: you may not change them, or their editors report a mistake."));
        }
        else if (done.Entries.Count == 0)
        {
            await _notifier.InformationAsync(H["Nothing had to be changed."]);
        }

        if (done.Entries.Count > 0)
        {
            await _memories.ChangeAsync(User, memory => memory.LastBatch = done);
        }

        return Back(returnUrl, done.Entries.Count > 0 ? done.Id : null);
    }

    /// <summary>Takes the last batch back.</summary>
    [HttpPost]
    [Admin("Contents/Batch/Undo", "UndoContentBatch")]
    public async Task<IActionResult> Undo(string id, string? returnUrl)
    {
        if ((await _memories.ReadAsync(User)).LastBatch is not { } batch || batch.Id != id)
        {
            await _notifier.WarningAsync(H["Only the last change can be undone."]);
            return Back(returnUrl);
        }

        var outcome = await _batches.UndoAsync(User, batch);
        await _memories.ChangeAsync(User, memory => memory.LastBatch = null);
        if (outcome.Restored > 0)
        {
            await _notifier.SuccessAsync(H.Plural(outcome.Restored, "{0} item is as it was before.", "{0} items are as they were before."));
        }

        if (outcome.Skipped > 0)
        {
            await _notifier.WarningAsync(H.Plural(
                outcome.Skipped, "{0} item was changed since, and stays as it is.", "{0} items were changed since, and stay as they are."));
        }

        return Back(returnUrl);
    }

    /// <summary>Keeps what the list is asked for.</summary>
    [HttpPost]
    [Admin("Contents/Filters/Save", "SaveContentFilter")]
    public async Task<IActionResult> SaveFilter(string? name, string? query, string? returnUrl)
    {
        name = name?.Trim() ?? "";
        query = query?.TrimStart('?') ?? "";
        if (name.Length is 0 or > ContentListMemory.MaxNameLength || query.Length > ContentListMemory.MaxQueryLength)
        {
            await _notifier.ErrorAsync(H["Give the filter a name of 1 to {0} letters.", ContentListMemory.MaxNameLength]);
            return Back(returnUrl);
        }

        if ((await _memories.ReadAsync(User)).Filters.Count(filter => filter.Name != name) >= ContentListMemory.MaxFilters)
        {
            await _notifier.ErrorAsync(H["You keep {0} filters already: remove one first.", ContentListMemory.MaxFilters]);
            return Back(returnUrl);
        }

        await _memories.ChangeAsync(User, memory => memory.Filters =
            [.. memory.Filters.Where(filter => filter.Name != name).Append(new SavedFilter(name, query)).OrderBy(filter => filter.Name, StringComparer.CurrentCulture)]);
        await _notifier.SuccessAsync(H["The filter “{0}” is kept for you.", name]);
        return Back(returnUrl);
    }

    /// <summary>Forgets a filter.</summary>
    [HttpPost]
    [Admin("Contents/Filters/Remove", "RemoveContentFilter")]
    public async Task<IActionResult> RemoveFilter(string name, string? returnUrl)
    {
        await _memories.ChangeAsync(User, memory => memory.Filters = [.. memory.Filters.Where(filter => filter.Name != name)]);
        return Back(returnUrl);
    }

    private LocalRedirectResult Back(string? returnUrl, string? undo = null)
    {
        var list = Url.IsLocalUrl(returnUrl) ? returnUrl! : Url.Action("List", "Admin")!;
        return LocalRedirect(undo is null ? list : QueryHelpers.AddQueryString(list, "undo", undo));
    }
}
