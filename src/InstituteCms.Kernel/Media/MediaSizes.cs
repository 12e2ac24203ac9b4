using System.Globalization;
using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Http;
using SkiaSharp;

namespace InstituteCms.Kernel.Media;

/// <summary>The sizes that a site shows its pictures in: WebP, made when first asked for, and kept beside the media.</summary>
internal sealed class MediaSizes
{
    /// <summary>Widths and heights that are made: those that Orchard Core makes for everybody, too.</summary>
    private static readonly int[] _lengths = [16, 32, 50, 100, 160, 240, 480, 600, 1024, 2048];

    private readonly string _root;

    public MediaSizes(TenantFolder folder) => _root = Path.Combine(folder.Path, "MediaSizes");

    /// <summary>What an address asks for; null for the picture as it is.</summary>
    public static SizeWish? WishOf(IQueryCollection query)
    {
        var wish = new SizeWish(LengthOf(query["width"]), LengthOf(query["height"]), string.Equals(query["rmode"], "crop", StringComparison.OrdinalIgnoreCase), query.ContainsKey("uncut"));
        return wish is { Width: null, Height: null } ? null : wish;
    }

    /// <summary>The file with that size of a picture; null where none can be made.</summary>
    public async Task<FileInfo?> GetAsync(string path, FileInfo picture, SizeWish wish, Func<Task<Framing>> readFraming, CancellationToken cancellationToken)
    {
        var made = new FileInfo(Path.Combine(FolderOf(path), FormattableString.Invariant($"{picture.LastWriteTimeUtc.Ticks:x}-{wish.Width}x{wish.Height}{(wish.IsCrop ? "c" : "")}{(wish.IsUncut ? "u" : "")}.webp")));
        if (made.Exists)
        {
            return made;
        }

        var framing = wish.IsUncut ? new Framing() : await readFraming();
        var content = await File.ReadAllBytesAsync(picture.FullName, cancellationToken);
        if (await MakeAsync(content, wish, framing, cancellationToken) is not { } size)
        {
            return null;
        }

        made.Directory!.Create();
        var part = $"{made.FullName}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(part, size, cancellationToken);
        File.Move(part, made.FullName, overwrite: true);
        made.Refresh();
        return made;
    }

    /// <summary>Forgets the sizes of a picture that has changed.</summary>
    public void Forget(string path)
    {
        if (Directory.Exists(FolderOf(path)))
        {
            Directory.Delete(FolderOf(path), recursive: true);
        }
    }

    /// <summary>A picture in that size; never larger than it is. Null where it is damaged.</summary>
    public static Task<byte[]?> MakeAsync(byte[] content, SizeWish wish, Framing framing, CancellationToken cancellationToken)
    {
        if (PictureFile.SizeOf(content) is not { } whole)
        {
            return Task.FromResult<byte[]?>(null);
        }

        double? shape = wish is { IsCrop: true, Width: { } w, Height: { } h } ? (double)w / h : null;
        var cut = framing.Cut(whole.Width, whole.Height, shape);
        var scale = Math.Min(1, Math.Min((wish.Width ?? double.MaxValue) / cut.Width, (wish.Height ?? double.MaxValue) / cut.Height));
        var info = new SKImageInfo(
            Math.Max(1, (int)Math.Round(cut.Width * scale)), Math.Max(1, (int)Math.Round(cut.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        return PictureFile.ReadAsync(
            content,
            (whole.Width * scale, whole.Height * scale),
            bitmap =>
            {
                var (x, y) = ((double)bitmap.Width / whole.Width, (double)bitmap.Height / whole.Height);
                using var size = new SKBitmap(info);
                using var canvas = new SKCanvas(size);
                using var image = SKImage.FromBitmap(bitmap);
                canvas.Clear();
                canvas.DrawImage(
                    image,
                    SKRect.Create((float)(cut.X * x), (float)(cut.Y * y), (float)(cut.Width * x), (float)(cut.Height * y)),
                    SKRect.Create(info.Width, info.Height),
                    new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
                canvas.Flush();
                return PictureFile.Encode(size, SKEncodedImageFormat.Webp);
            },
            cancellationToken);
    }

    private static int? LengthOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && _lengths.Contains(length) ? length : null;

    private string FolderOf(string path) => Path.Combine(_root, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path))));
}

/// <summary>A size that is asked for: at most so wide and high, whole or cut to that shape; uncut for the editor, who sets the crop.</summary>
internal sealed record SizeWish(int? Width, int? Height, bool IsCrop, bool IsUncut = false);
