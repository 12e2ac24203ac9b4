using System.Globalization;
using InstituteCms.Events;
using OrchardCore.Settings;

namespace InstituteCms.Previews;

/// <summary>Says an instant by the site's clocks, with their zone.</summary>
public static class SiteMoment
{
    public static string Of(DateTime utc, ISite site)
    {
        var known = EventTimes.IsKnownZone(site.TimeZoneId);
        var local = known ? EventTimes.ToLocal(utc, site.TimeZoneId) : utc;
        return $"{local.ToString("g", CultureInfo.CurrentCulture)} ({(known ? site.TimeZoneId : "UTC")})";
    }
}
