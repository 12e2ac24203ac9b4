using System.Security.Claims;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>What an editor needs so that nothing is lost.</summary>
public sealed class Drafting
{
    /// <summary>The button of a draft that the page saves by itself.</summary>
    public const string Autosave = "submit.Autosave";

    /// <summary>The button that opens the editor again with what was typed, without saving.</summary>
    public const string Resume = "submit.Resume";

    private readonly Presence _presence;
    private readonly ISiteService _sites;
    private readonly IClock _clock;

    /// <summary>Asks about the given user.</summary>
    public Drafting(ParkedForms parked, Presence presence, ISiteService sites, IClock clock)
    {
        Parked = parked;
        _presence = presence;
        _sites = sites;
        _clock = clock;
    }

    /// <summary>Forms that came too late.</summary>
    public ParkedForms Parked { get; }

    /// <summary>The time on the site's clock, as in “saved at 10:42”.</summary>
    public async Task<string> TimeAsync() => SiteTimes.Local(_clock.UtcNow, (await _sites.GetSiteSettingsAsync()).TimeZoneId).ToString("t", null);

    /// <summary>Notes that the user has the item open and names the others who do.</summary>
    public IReadOnlyList<string> Enter(string itemId, ClaimsPrincipal user) => _presence.Enter(itemId, UserId(user), user.Identity?.Name ?? string.Empty);

    /// <summary>Notes that the user is done with the item.</summary>
    public void Leave(string itemId, ClaimsPrincipal user) => _presence.Leave(itemId, UserId(user));

    internal static string UserId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;
}
