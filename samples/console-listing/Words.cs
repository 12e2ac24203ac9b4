using System.Globalization;
using InstituteCms.Client.Models;

namespace ConsoleListing;

/// <summary>What the program itself has to say; the rest comes from the site.</summary>
internal sealed record Words(CultureInfo Culture, string Next, string Nothing, string NoDate)
{
    public static Words In(string language) => language == "ja"
        ? new(CultureInfo.GetCultureInfo("ja-JP"), "これからのセミナー", "現在、予定されているセミナーはありません。", "日時未定")
        : new(CultureInfo.GetCultureInfo("en-GB"), "The next seminars", "Nothing is announced at the moment.", "Date to be announced");

    /// <summary>Day and time by the event's own clocks, with their zone.</summary>
    public string When(EventSummary seminar) => seminar.Start is { } start
        ? string.Create(Culture, $"{start:D} {start:HH:mm} ({seminar.TimeZone}, UTC{start:zzz})")
        : NoDate;
}
