using SkiaSharp;

namespace InstituteCms.Kernel.Media;

/// <summary>Reads pictures without trusting them.</summary>
internal static class PictureFile
{
    /// <summary>The most points that a picture may have: unpacked, one takes four bytes.</summary>
    public const int MaxPixels = 50_000_000;

    /// <summary>Unpacking takes much memory: one at a time.</summary>
    private static readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What the content is, whatever it is called; null for no picture that is known here.</summary>
    public static SKEncodedImageFormat? FormatOf(byte[] content)
    {
        using var codec = Open(content);
        return codec?.EncodedFormat;
    }

    /// <summary>Width and height as it is seen; null for no picture.</summary>
    public static (int Width, int Height)? SizeOf(byte[] content)
    {
        using var codec = Open(content);
        return codec is null ? null : Turned(codec.EncodedOrigin) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>The picture, the right way up; null where it is damaged. <paramref name="enough"/> is the width and height that will do.</summary>
    public static async Task<T?> ReadAsync<T>(byte[] content, (double Width, double Height)? enough, Func<SKBitmap, T> use, CancellationToken cancellationToken)
        where T : class
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var codec = Open(content);
            if (codec is null || (long)codec.Info.Width * codec.Info.Height > MaxPixels)
            {
                return null;
            }

            using var bitmap = Decode(codec, enough);
            if (bitmap is null || codec.EncodedOrigin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
            {
                return bitmap is null ? null : use(bitmap);
            }

            using var upright = Upright(bitmap, codec.EncodedOrigin);
            return use(upright);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The same picture without what tells where, when and by whom it was taken; null where it is damaged.</summary>
    public static async Task<byte[]?> StripAsync(byte[] content, CancellationToken cancellationToken)
    {
        using var codec = Open(content);
        if (codec is null || await ReadAsync(content, (1, 1), _ => "sound", cancellationToken) is null)
        {
            return null;
        }

        var format = codec.EncodedFormat;
        if (format is SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp && codec.EncodedOrigin is not (SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default))
        {
            return await ReadAsync(content, null, bitmap => Encode(bitmap, format), cancellationToken);
        }

        try
        {
            return PictureMetadata.Strip(content, format, codec.EncodedOrigin);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, format == SKEncodedImageFormat.Png ? 100 : 82);
        return data.ToArray();
    }

    private static SKCodec? Open(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        return SKCodec.Create(data);
    }

    private static SKBitmap? Decode(SKCodec codec, (double Width, double Height)? enough)
    {
        var size = new SKSizeI(codec.Info.Width, codec.Info.Height);
        if (enough is { } least)
        {
            var (width, height) = Turned(codec.EncodedOrigin) ? (least.Height, least.Width) : least;
            var scaled = codec.GetScaledDimensions((float)Math.Clamp(Math.Max(width / size.Width, height / size.Height), 0.01, 1));
            size = scaled.Width >= width && scaled.Height >= height ? scaled : size;
        }

        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static bool Turned(SKEncodedOrigin origin) =>
        origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var (w, h) = (bitmap.Width, bitmap.Height);
        var turn = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        var upright = new SKBitmap(Turned(origin) ? bitmap.Info.WithSize(h, w) : bitmap.Info);
        using var canvas = new SKCanvas(upright);
        canvas.Clear();
        canvas.SetMatrix(turn);
        canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return upright;
    }
}
