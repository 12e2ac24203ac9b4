using InstituteCms.Texts;
using InstituteCms.Events;
using InstituteCms.Kernel.Admin.Drafts;
using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Admin.Scheduling;

/// <summary>Times that editors set for items, by the site's clocks.</summary>
public sealed class SetTimes
{
    private readonly IHttpContextAccessor _http;
    private readonly IAuthorizationService _authorization;
    private readonly ISiteService _sites;
    private readonly IClock _clock;
    private readonly AuditTrail _audit;
    private readonly IStringLocalizer S;

    /// <summary>Reads the given request.</summary>
    public SetTimes(
        IHttpContextAccessor http, IAuthorizationService authorization, ISiteService sites, IClock clock, AuditTrail audit, IStringLocalizer<SetTimes> localizer)
    {
        _http = http;
        _authorization = authorization;
        _sites = sites;
        _clock = clock;
        _audit = audit;
        S = localizer;
    }

    /// <summary>Whether whoever is signed in may say when the item is public.</summary>
    public Task<bool> MayAsync(ContentItem item) =>
        _http.HttpContext is { } http ? _authorization.AuthorizeAsync(http.User, CommonPermissions.PublishContent, item) : Task.FromResult(false);

    /// <summary>The button that was pressed, of those that save.</summary>
    public string Button(string name) => _http.HttpContext?.Request is { HasFormContentType: true } request ? request.Form[name].ToString() : string.Empty;

    /// <summary>Whether the page saves by itself: half a date is not meant yet.</summary>
    public bool IsAutosave => Button(Drafting.Autosave).Length > 0;

    /// <summary>By the site's clocks, as the form's field holds it: to the minute.</summary>
    public async Task<DateTime?> ToLocalAsync(DateTime? utc) => utc is { } known ? ToMinute(SiteTimes.Local(known, await ZoneAsync())) : null;

    /// <summary>With weekday and zone, for people.</summary>
    public async Task<string> WordsAsync(DateTime utc)
    {
        var zone = await ZoneAsync();
        return S["{0:D}, {0:HH:mm} ({1})", SiteTimes.Local(utc, zone), zone];
    }

    /// <summary>The zone of the site's clocks.</summary>
    public async Task<string> ZoneAsync() =>
        (await _sites.GetSiteSettingsAsync()).TimeZoneId is { } zone && EventTimes.IsKnownZone(zone) ? zone : "Etc/UTC";

    /// <summary>The instant that was meant; what cannot be is said beside the field, and the stored one stays.</summary>
    public async Task<DateTime?> ReadAsync(DateTime? local, DateTime? storedUtc, IUpdateModel updater, string prefix, string field)
    {
        if (local is not { } shown || shown == await ToLocalAsync(storedUtc))
        {
            return local is null ? null : storedUtc;
        }

        var zone = await ZoneAsync();
        if (!EventTimes.TryToUtc(shown, zone, out var utc, out _))
        {
            updater.ModelState.AddModelError(prefix, field, S["The clocks in {0} skip this time: choose an earlier or a later one.", zone]);
            return storedUtc;
        }

        if (utc <= _clock.UtcNow)
        {
            updater.ModelState.AddModelError(prefix, field, S["This time is over. Choose one that is still to come: here it is {0} now.", await WordsAsync(_clock.UtcNow)]);
            return storedUtc;
        }

        return utc;
    }

    /// <summary>Writes down who set or cancelled a time.</summary>
    public async Task RecordAsync(ContentItem item, string what, DateTime? beforeUtc, DateTime? afterUtc)
    {
        if (beforeUtc != afterUtc)
        {
            await _audit.RecordAsync(
                afterUtc is null ? AuditActions.ScheduleCancelled : AuditActions.Scheduled,
                item.ContentItemId,
                item.DisplayText,
                $"{what} {afterUtc ?? beforeUtc:yyyy-MM-dd HH:mm} UTC");
        }
    }

    private static DateTime ToMinute(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
}
