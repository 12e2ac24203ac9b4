using System.Text;

namespace InstituteCms.Texts;

/// <summary>Reads text files as people's programs write them: spreadsheets in Japan still write Shift_JIS, others UTF-16.</summary>
public static class TextFile
{
    private static readonly Encoding[] _marked = [Strict(Encoding.UTF8), Strict(Encoding.Unicode), Strict(Encoding.BigEndianUnicode)];
    private static readonly Encoding _shiftJis = Strict(CodePagesEncodingProvider.Instance.GetEncoding(932)!);

    /// <summary>The text, and the name of the encoding that it is in; <see langword="null"/> where it is in none of those known here, or no text.</summary>
    public static (string Text, string Encoding)? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in _marked)
        {
            if (encoding.Preamble.Length > 0 && bytes.StartsWith(encoding.Preamble))
            {
                return TryRead(bytes[encoding.Preamble.Length..], encoding);
            }
        }

        return TryRead(bytes, _marked[0]) ?? Unmarked(bytes);
    }

    /// <summary>Every other byte of UTF-16 is zero as long as it holds commas and line breaks; no other text holds zeros.</summary>
    private static (string Text, string Encoding)? Unmarked(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)0) switch
    {
        < 0 => TryRead(bytes, _shiftJis),
        var at => TryRead(bytes, _marked[at % 2 == 1 ? 1 : 2]),
    };

    private static (string Text, string Encoding)? TryRead(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : (text, Name(encoding));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        932 => "Shift_JIS",
        65001 => "UTF-8",
        _ => "UTF-16",
    };

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
