namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>What can be done to many items at once.</summary>
public enum BatchAction
{
    /// <summary>Makes the latest versions public.</summary>
    Publish,

    /// <summary>Takes them back from the public.</summary>
    Unpublish,

    /// <summary>Removes them with their drafts.</summary>
    Delete,
}

/// <summary>Where an item stands: what is compared before something is undone, and what is restored.</summary>
/// <param name="Latest">Version that editors see; null where it is deleted.</param>
/// <param name="Published">Version that visitors see; null where they see none.</param>
/// <param name="ModifiedUtc">Last change to the latest version.</param>
/// <param name="PublishedUtc">Since when visitors see theirs.</param>
public sealed record ItemState(string? Latest, string? Published, DateTime? ModifiedUtc, DateTime? PublishedUtc);

/// <summary>One item of a batch, by the name that it had.</summary>
public sealed record BatchEntry(string ContentItemId, string Name, ItemState Before, ItemState After);

/// <summary>What was done to items at once.</summary>
/// <param name="Refused">How many were not touched, for lack of a permission or because a part objected.</param>
public sealed record ContentBatch(string Id, BatchAction Action, IReadOnlyList<BatchEntry> Entries, int Refused);

/// <summary>What became of undoing it.</summary>
/// <param name="Restored">Items that stand as before.</param>
/// <param name="Skipped">Items that were changed since, or cannot come back.</param>
public sealed record UndoOutcome(int Restored, int Skipped);
