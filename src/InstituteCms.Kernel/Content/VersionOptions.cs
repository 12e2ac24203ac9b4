#nullable disable
namespace OrchardCore.ContentManagement;

/// <summary>Which version of an item.</summary>
public record VersionOptions
{
    /// <summary>The newest.</summary>
    public static readonly VersionOptions Latest = new() { IsLatest = true };

    /// <summary>The one that visitors see.</summary>
    public static readonly VersionOptions Published = new() { IsPublished = true };

    /// <summary>The newest, where it is not published.</summary>
    public static readonly VersionOptions Draft = new() { IsDraft = true };

    /// <summary>The newest, as a draft made for the purpose where it is published.</summary>
    public static readonly VersionOptions DraftRequired = new() { IsDraft = true, IsDraftRequired = true };

    /// <summary>See <see cref="Latest"/>.</summary>
    public bool IsLatest { get; private set; }

    /// <summary>See <see cref="Published"/>.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>See <see cref="Draft"/>.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>See <see cref="DraftRequired"/>.</summary>
    public bool IsDraftRequired { get; private set; }
}
