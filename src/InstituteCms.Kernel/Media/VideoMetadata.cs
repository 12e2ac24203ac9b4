using System.Buffers.Binary;

namespace InstituteCms.Kernel.Media;

/// <summary>Blanks what an MP4 film says about itself, place and device included. Nothing moves, so that the film plays on.</summary>
internal static class VideoMetadata
{
    private const int MaxDepth = 4;

    public static void Blank(Stream film) => Blank(film, 0, film.Length, 0);

    private static void Blank(Stream film, long at, long end, int depth)
    {
        Span<byte> head = stackalloc byte[16];
        while (at + 8 <= end)
        {
            film.Position = at;
            film.ReadExactly(head[..(int)Math.Min(16, end - at)]);
            long length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var start = 8;
            (length, start) = length switch
            {
                0 => (end - at, 8),
                1 when end - at >= 16 => ((long)BinaryPrimitives.ReadUInt64BigEndian(head[8..]), 16),
                _ => (length, 8),
            };
            if (length < start || length > end - at)
            {
                return;
            }

            var name = head[4..8];
            if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || name.SequenceEqual("uuid"u8))
            {
                Overwrite(film, at + 4, at + start, at + length);
            }
            else if (depth < MaxDepth && (name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8)))
            {
                Blank(film, at + start, at + length, depth + 1);
            }

            at += length;
        }
    }

    private static void Overwrite(Stream film, long name, long start, long end)
    {
        film.Position = name;
        film.Write("free"u8);
        film.Position = start;
        var nothing = new byte[4096];
        for (var left = end - start; left > 0; left -= nothing.Length)
        {
            film.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
        }
    }
}
