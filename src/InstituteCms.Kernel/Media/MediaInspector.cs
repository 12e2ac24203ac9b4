using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace InstituteCms.Kernel.Media;

/// <summary>Looks at what is in a file, and makes of it what may be stored.</summary>
internal static class MediaInspector
{
    private static readonly Dictionary<string, SKEncodedImageFormat> _pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        [".gif"] = SKEncodedImageFormat.Gif,
        [".jpeg"] = SKEncodedImageFormat.Jpeg,
        [".jpg"] = SKEncodedImageFormat.Jpeg,
        [".png"] = SKEncodedImageFormat.Png,
        [".webp"] = SKEncodedImageFormat.Webp,
    };

    private static readonly Dictionary<string, string> _offices = new(StringComparer.OrdinalIgnoreCase) { [".docx"] = "word/", [".pptx"] = "ppt/", [".xlsx"] = "xl/" };

    /// <summary>The largest picture: it is looked at whole, in memory. Cameras stay far below.</summary>
    public const int MaxPictureMegabytes = 60;

    /// <summary>One picture after the other is held in memory.</summary>
    private static readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What may be uploaded, by extension. SVG and AVIF are not: the one can hold scripts, the other cannot be looked into.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf", ".docx", ".pptx", ".xlsx", ".mp3", ".mp4", ".webm", ".vtt"];

    /// <summary>Whether sizes are made of it.</summary>
    public static bool IsPicture(string path) => _pictures.ContainsKey(Path.GetExtension(path));

    /// <summary>The file as it is stored, or why it is not. The result may be <paramref name="file"/> itself.</summary>
    /// <param name="name">Name with the extension that the content has to agree with.</param>
    /// <param name="file">The content; it can be read again from the start.</param>
    public static async Task<(Stream? Content, MediaProblem? Problem)> InspectAsync(string name, Stream file, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(name);
        if (!Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            return (null, MediaProblem.TypeRefused);
        }

        if (_pictures.TryGetValue(extension, out var format))
        {
            if (file.Length > MediaLimits.Bytes(MaxPictureMegabytes))
            {
                return (null, MediaProblem.PictureTooLarge);
            }

            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await PictureAsync(file, format, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }

        var start = new byte[Math.Min(file.Length, 512)];
        file.Position = 0;
        await file.ReadExactlyAsync(start, cancellationToken);
        if (!Agrees(extension.ToLowerInvariant(), start, file))
        {
            return (null, MediaProblem.ContentDisagrees);
        }

        file.Position = 0;
        return (extension.Equals(".mp4", StringComparison.OrdinalIgnoreCase) ? await FilmAsync(file, cancellationToken) : file, null);
    }

    private static async Task<(Stream?, MediaProblem?)> PictureAsync(Stream file, SKEncodedImageFormat format, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(content, cancellationToken);
        if (PictureFile.FormatOf(content) is not { } found || found != format)
        {
            return (null, PictureFile.FormatOf(content) is null ? MediaProblem.NoPicture : MediaProblem.ContentDisagrees);
        }

        if (PictureFile.SizeOf(content) is { } size && (long)size.Width * size.Height > PictureFile.MaxPixels)
        {
            return (null, MediaProblem.TooManyPixels);
        }

        return await PictureFile.StripAsync(content, cancellationToken) is { } stripped ? (new MemoryStream(stripped), null) : (null, MediaProblem.Damaged);
    }

    private static bool Agrees(string extension, byte[] start, Stream file) => extension switch
    {
        ".pdf" => start.AsSpan().StartsWith("%PDF-"u8),
        ".mp3" => start.AsSpan().StartsWith("ID3"u8) || start is [0xFF, >= 0xE0, ..],
        ".mp4" => start.Length > 12 && start.AsSpan(4).StartsWith("ftyp"u8),
        ".webm" => start is [0x1A, 0x45, 0xDF, 0xA3, ..],
        ".vtt" => Encoding.UTF8.GetString(start).TrimStart('\uFEFF').StartsWith("WEBVTT", StringComparison.Ordinal),
        _ => _offices.TryGetValue(extension, out var folder) && IsOffice(file, folder),
    };

    private static bool IsOffice(Stream file, string folder)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("[Content_Types].xml") is not null
                && zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
                && !zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<Stream> FilmAsync(Stream file, CancellationToken cancellationToken)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Truncate, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await file.CopyToAsync(copy, cancellationToken);
        VideoMetadata.Blank(copy);
        copy.Position = 0;
        return copy;
    }
}

/// <summary>Why a file is not taken, or not changed.</summary>
public enum MediaProblem
{
    /// <summary>Nothing was sent.</summary>
    Empty,

    /// <summary>Larger than one file may be.</summary>
    TooLarge,

    /// <summary>The site's files would take more room than it has.</summary>
    QuotaReached,

    /// <summary>Files with this extension are not taken.</summary>
    TypeRefused,

    /// <summary>Called a picture, and none.</summary>
    NoPicture,

    /// <summary>The content is of another type than the name says.</summary>
    ContentDisagrees,

    /// <summary>It breaks off, or is broken.</summary>
    Damaged,

    /// <summary>Larger than a picture may be, whatever the site's limits are.</summary>
    PictureTooLarge,

    /// <summary>Too many points.</summary>
    TooManyPixels,

    /// <summary>A name or folder that cannot be.</summary>
    BadName,

    /// <summary>There is a file or folder of that name already.</summary>
    NameTaken,

    /// <summary>There is no such file or folder.</summary>
    Gone,

    /// <summary>A new file has to be of the old one's type.</summary>
    OtherType,

    /// <summary>Only empty folders are deleted.</summary>
    FolderNotEmpty,
}
