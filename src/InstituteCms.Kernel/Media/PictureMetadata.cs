using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace InstituteCms.Kernel.Media;

/// <summary>
/// Takes out of a picture's file what is not the picture: place, time, camera, author, thumbnails, comments, and whatever hangs on behind its
/// end. The points stay as they are; so do colour profiles, and which way is up.
/// </summary>
internal static class PictureMetadata
{
    private static readonly HashSet<string> _pngKept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    private static readonly HashSet<string> _webpKept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <exception cref="InvalidDataException">The file is not built as its format says.</exception>
    public static byte[] Strip(ReadOnlySpan<byte> picture, SKEncodedImageFormat format, SKEncodedOrigin origin)
    {
        using var kept = new MemoryStream(picture.Length);
        switch (format)
        {
            case SKEncodedImageFormat.Jpeg: Jpeg(picture, origin, kept); break;
            case SKEncodedImageFormat.Png: Png(picture, kept); break;
            case SKEncodedImageFormat.Webp: Webp(picture, kept); break;
            case SKEncodedImageFormat.Gif: Gif(picture, kept); break;
            default: throw new InvalidDataException();
        }

        return kept.ToArray();
    }

    private static void Jpeg(ReadOnlySpan<byte> data, SKEncodedOrigin origin, MemoryStream kept)
    {
        kept.Write(data[..2]);
        if (origin is not (SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default))
        {
            kept.Write([0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)origin, 0, 0, 0, 0, 0, 0, 0]);
        }

        var at = 2;
        while (data[at + 1] != 0xD9)
        {
            if (data[at] != 0xFF)
            {
                throw new InvalidDataException();
            }

            if (data[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            var segment = data.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]));
            at += segment.Length;
            if (IsKept(segment))
            {
                kept.Write(segment);
            }

            if (segment[1] == 0xDA)
            {
                var start = at;
                while (data[at] != 0xFF || data[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
                {
                    at++;
                }

                kept.Write(data[start..at]);
            }
        }

        kept.Write([0xFF, 0xD9]);
    }

    private static bool IsKept(ReadOnlySpan<byte> segment) => segment[1] switch
    {
        0xE0 => segment[4..].StartsWith("JFIF\0"u8),
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment[4..].StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    private static void Png(ReadOnlySpan<byte> data, MemoryStream kept)
    {
        kept.Write(data[..8]);
        var name = string.Empty;
        for (var at = 8; name != "IEND";)
        {
            var chunk = data.Slice(at, checked(12 + (int)BinaryPrimitives.ReadUInt32BigEndian(data[at..])));
            name = Encoding.ASCII.GetString(chunk[4..8]);
            at += chunk.Length;
            if (_pngKept.Contains(name))
            {
                kept.Write(chunk);
            }
        }
    }

    private static void Webp(ReadOnlySpan<byte> data, MemoryStream kept)
    {
        kept.Write(data[..12]);
        var end = Math.Min(data.Length, checked(8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(data[4..])));
        for (var at = 12; at + 8 <= end;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(data[(at + 4)..]));
            var chunk = data.Slice(at, Math.Min(8 + length + (length & 1), data.Length - at)).ToArray();
            at += 8 + length + (length & 1);
            var name = Encoding.ASCII.GetString(chunk.AsSpan(..4));
            if (name == "VP8X")
            {
                chunk[8] &= 0b1111_0011; // No EXIF, no XMP.
            }

            if (_webpKept.Contains(name))
            {
                kept.Write(chunk);
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(kept.GetBuffer().AsSpan(4), (uint)kept.Length - 8);
    }

    private static void Gif(ReadOnlySpan<byte> data, MemoryStream kept)
    {
        var at = 13 + ColoursAt(data, 10);
        kept.Write(data[..at]);
        while (data[at] != 0x3B)
        {
            var start = at;
            var isKept = data[at] == 0x2C || (data[at] == 0x21 && (data[at + 1] is 0xF9 or 0x01 || IsAnimation(data[(at + 2)..])));
            at = data[at] switch
            {
                0x2C => at + 11 + ColoursAt(data, at + 9),
                0x21 => at + 2,
                _ => throw new InvalidDataException(),
            };
            while (data[at] != 0)
            {
                at += 1 + data[at];
            }

            at++;
            if (isKept)
            {
                kept.Write(data[start..at]);
            }
        }

        kept.WriteByte(0x3B);
    }

    private static bool IsAnimation(ReadOnlySpan<byte> extension) => extension[1..].StartsWith("NETSCAPE2.0"u8) || extension[1..].StartsWith("ANIMEXTS1.0"u8);

    /// <summary>Length of the table of colours that the flags at this place tell of.</summary>
    private static int ColoursAt(ReadOnlySpan<byte> data, int at) => (data[at] & 0x80) == 0 ? 0 : 3 << ((data[at] & 7) + 1);
}
