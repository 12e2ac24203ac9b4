using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InstituteCms.Kernel.Media;
using OrchardCore.ContentManagement;

namespace InstituteCms.Kernel.Admin.Media;

/// <summary>A folder, or what was found.</summary>
public sealed record MediaViewModel(string Folder, string? Words, MediaListing Listing, int Page, int Pages, MediaLimits Limits, long Used, bool MaySetLimits, IReadOnlyDictionary<string, int> Uses)
{
    /// <summary>The folder and those that it lies in, from above.</summary>
    public IEnumerable<string> Trail => Folder.Length == 0 ? [] : Folder.Split('/').Select((_, index) => string.Join('/', Folder.Split('/').Take(index + 1)));

    /// <summary>Bytes as people say it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024):N0} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1048576.0:N1} MB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1073741824.0:N1} GB"),
    };

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

/// <summary>What an editor says about a file.</summary>
public sealed class MediaDetailsForm
{
    /// <summary>The longest description, in characters.</summary>
    public const int MaxAltText = 500;

    /// <summary>What it shows.</summary>
    [StringLength(MaxAltText, ErrorMessage = "At most 500 characters.")]
    public string? AltText { get; set; }

    /// <summary>How it is cut.</summary>
    public Framing Framing { get; set; } = new();
}

/// <summary>One file with all that can be done to it.</summary>
public sealed class MediaDetailsViewModel
{
    /// <summary>The file.</summary>
    public required MediaFile File { get; init; }

    /// <summary>What is said about it.</summary>
    public required MediaDetailsForm Form { get; init; }

    /// <summary>Width and height of a picture.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>Items that show it.</summary>
    public required IReadOnlyList<ContentItem> Uses { get; init; }

    /// <summary>Folders that it can be moved to.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The folder that it is in.</summary>
    public string Folder => File.Path.Contains('/', StringComparison.Ordinal) ? File.Path[..File.Path.LastIndexOf('/')] : string.Empty;

    /// <summary>How much may be stored.</summary>
    public required MediaLimits Limits { get; init; }
}

/// <summary>How much may be stored.</summary>
public sealed class MediaLimitsForm
{
    /// <summary>The largest file.</summary>
    [Range(1, 2_000, ErrorMessage = "Enter 1 to 2000 megabytes.")]
    public int MaxFileMegabytes { get; set; }

    /// <summary>All files together.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Enter 10 to 1000000 megabytes.")]
    public int QuotaMegabytes { get; set; }
}
