using System.Globalization;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Privacy;

/// <summary>Says a countdown in words.</summary>
public sealed class RetentionTexts
{
    private readonly IStringLocalizer S;

    public RetentionTexts(IStringLocalizer<RetentionTexts> localizer) => S = localizer;

    /// <summary>The day, for example <c>3 October 2026</c>.</summary>
    public static string Day(Countdown countdown) => Events.EventTexts.ShortDay(countdown.Local);

    /// <summary>How far away it is, for example <c>in 41 days</c>.</summary>
    public string Distance(Countdown countdown) => countdown.Days switch
    {
        < 0 => S["with the next clean-up"],
        0 => S["today"],
        1 => S["tomorrow"],
        var days => S["in {0} days", days.ToString(CultureInfo.CurrentCulture)],
    };
}
