using System.Globalization;
using System.Text.RegularExpressions;

namespace InstituteCms.Editors;

/// <summary>What a title says about the day, in English or Japanese; what it does not say is <see langword="null"/>.</summary>
public sealed partial record TitleDate(int? Month, int? Day, DayOfWeek? Weekday)
{
    private const string JapaneseWeekdays = "日月火水木金土";

    /// <summary>Reads a title such as “Thursday, 9 July”, “July 9” or “7月9日（木）”.</summary>
    public static TitleDate In(string? title)
    {
        var text = title ?? "";
        var (month, day) = DateIn(text);
        return new(month, day, WeekdayIn(text));
    }

    /// <summary>Whether it names another day of the year.</summary>
    public bool DisagreesWithDate(DateTime local) => Month is { } month && Day is { } day && (month, day) != (local.Month, local.Day);

    /// <summary>Whether it names another weekday.</summary>
    public bool DisagreesWithWeekday(DateTime local) => Weekday is { } weekday && weekday != local.DayOfWeek;

    private static (int? Month, int? Day) DateIn(string text)
    {
        if (JapaneseDate().Match(text) is { Success: true } japanese)
        {
            return (Number(japanese, "m"), Number(japanese, "d"));
        }

        return EnglishDate().Match(text) is { Success: true } english
            ? (Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Equals(english.Groups["m"].Value[..3], StringComparison.OrdinalIgnoreCase)) + 1, Number(english, "d"))
            : (null, null);
    }

    private static DayOfWeek? WeekdayIn(string text)
    {
        if (JapaneseWeekday().Match(text) is { Success: true } japanese)
        {
            return (DayOfWeek)JapaneseWeekdays.IndexOf(japanese.Groups["w"].Value, StringComparison.Ordinal);
        }

        return EnglishWeekday().Match(text) is { Success: true } english ? Enum.Parse<DayOfWeek>(english.Value, ignoreCase: true) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日")]
    private static partial Regex JapaneseDate();

    [GeneratedRegex(@"\b(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)? (?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|(?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?)\b(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishDate();

    [GeneratedRegex("(?<w>[日月火水木金土])曜|[（(](?<w>[日月火水木金土])[)）]")]
    private static partial Regex JapaneseWeekday();

    [GeneratedRegex(@"\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWeekday();
}
