using System.Text;

namespace InstituteCms.Texts;

/// <summary>Scripts of East Asia: Chinese characters, kana and Hangul, with their punctuation and the letters of full and half width.</summary>
public static class EastAsian
{
    /// <summary>Whether a letter is written in one of them.</summary>
    public static bool Is(Rune letter) =>
        letter.Value is (>= 0x2E80 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}
