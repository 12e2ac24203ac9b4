using System.Globalization;

namespace InstituteCms.Kernel.Localization;

/// <summary>Which of a language's plural forms a number takes, in the order that translations list them.</summary>
internal static class PluralRule
{
    public static int FormOf(CultureInfo culture, int n) => culture.TwoLetterISOLanguageName switch
    {
        "ja" or "zh" or "ko" or "th" or "vi" or "id" or "ms" or "lo" or "my" or "ka" => 0,
        "fr" or "hy" => n > 1 ? 1 : 0,
        "pt" when culture.Name.EndsWith("BR", StringComparison.Ordinal) => n > 1 ? 1 : 0,
        "ru" or "uk" or "be" or "sr" or "hr" or "bs" => n % 10 == 1 && n % 100 != 11 ? 0 : IsFew(n) ? 1 : 2,
        "pl" => n == 1 ? 0 : IsFew(n) ? 1 : 2,
        "cs" or "sk" => n == 1 ? 0 : n is >= 2 and <= 4 ? 1 : 2,
        _ => n == 1 ? 0 : 1,
    };

    private static bool IsFew(int n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
