using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace InstituteCms.Kernel.Tests.Media;

/// <summary>Pictures to be looked into.</summary>
internal static class Pictures
{
    private const string Place = "48.2082N 16.3738E";

    /// <summary>Whether a file says where it was made.</summary>
    public static bool TellsPlace(byte[] file) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Place)) >= 0;

    /// <summary>Red on the left, blue on the right.</summary>
    public static byte[] RedAndBlue(SKEncodedImageFormat format, int width = 200, int height = 100)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.Clear(SKColors.Blue);
        canvas.DrawRect(0, 0, width / 2f, height, red);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A picture of that type that says where it was taken, in its own way, and once more behind its end.</summary>
    public static byte[] WithPlace(string extension)
    {
        var place = Encoding.ASCII.GetBytes(Place);
        switch (extension)
        {
            case ".jpg":
                // It lies on its side, and says so.
                var jpeg = RedAndBlue(SKEncodedImageFormat.Jpeg);
                byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. place];
                return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, 0xFF, 0xFE, 0, (byte)(place.Length + 2), .. place, .. jpeg[2..], .. place];
            case ".png":
                var png = RedAndBlue(SKEncodedImageFormat.Png);
                byte[] text = [0, 0, 0, (byte)(place.Length + 4), .. "tEXtGPS\0"u8, .. place, 0, 0, 0, 0];
                BinaryPrimitives.WriteUInt32BigEndian(text.AsSpan(text.Length - 4), Crc(text.AsSpan(4..^4)));
                return [.. png[..33], .. text, .. png[33..], .. place];
            case ".webp":
                var webp = RedAndBlue(SKEncodedImageFormat.Webp);
                byte[] chunk = [.. "EXIF"u8, (byte)(place.Length + 1), 0, 0, 0, .. place, 0];
                byte[] whole = [.. webp, .. chunk];
                BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
                return whole;
            default:
                // One red point, with a comment before it.
                return
                [
                    .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 0,
                    0x21, 0xFE, (byte)place.Length, .. place, 0,
                    0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. place,
                ];
        }
    }

    /// <summary>An MP4 film that says where it was made; its frames are told by <c>mdat</c>.</summary>
    public static byte[] FilmWithPlace()
    {
        byte[] place = [.. Box("udta", Encoding.ASCII.GetBytes(Place))];
        return [.. Box("ftyp", "isom\0\0\0\0isom"u8), .. Box("moov", [.. Box("mvhd", new byte[20]), .. Box("trak", place), .. place]), .. Box("mdat", "frames"u8)];
    }

    /// <summary>The head of a PNG that claims to be that large.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = RedAndBlue(SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12..29)));
        return png;
    }

    private static byte[] Box(string name, ReadOnlySpan<byte> content)
    {
        byte[] box = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        return box;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
