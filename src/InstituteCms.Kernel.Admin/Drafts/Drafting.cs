using InstituteCms.Texts;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Locking.Distributed;
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

    /// <summary>The button that takes an item out of the recycle bin and opens it with what was typed.</summary>
    public const string BringBack = "submit.BringBack";

    /// <summary>The form field that says of which type the item is, should it be gone.</summary>
    public const string TypeField = "edit.Type";

    /// <summary>The form field that carries the id of an item that is not made yet, so that a form sent twice makes one item.</summary>
    public const string NewItemField = "edit.NewItem";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longestTurn = TimeSpan.FromMinutes(1);

    private readonly Presence _presence;
    private readonly IDistributedLock _locks;
    private readonly IDataProtector _newItems;
    private readonly ISiteService _sites;
    private readonly IClock _clock;

    /// <summary>Asks about the given user.</summary>
    public Drafting(ParkedForms parked, SentForms sent, Presence presence, IDistributedLock locks, IDataProtectionProvider protection, ISiteService sites, IClock clock)
    {
        _locks = locks;
        _newItems = protection.CreateProtector("InstituteCms.NewItem");
        Parked = parked;
        Sent = sent;
        _presence = presence;
        _sites = sites;
        _clock = clock;
    }

    /// <summary>Forms that came too late.</summary>
    public ParkedForms Parked { get; }

    /// <summary>Forms that were saved just now.</summary>
    public SentForms Sent { get; }

    /// <summary>The time on the site's clock, as in “saved at 10:42”.</summary>
    public async Task<string> TimeAsync() => SiteTimes.Local(_clock.UtcNow, (await _sites.GetSiteSettingsAsync()).TimeZoneId).ToString("t", null);

    /// <summary>Waits until nobody else writes to the item. Whoever holds it longer than anybody waits is left to the database's own check.</summary>
    public async Task<IAsyncDisposable?> TurnAsync(string itemId) => (await _locks.TryAcquireLockAsync($"EditContent:{itemId}", _patience, _longestTurn)).locker;

    /// <summary>What a form carries for an item that is not made yet.</summary>
    public string Reserve(string itemId, ClaimsPrincipal user) => _newItems.Protect($"{UserId(user)} {itemId}");

    /// <summary>The id that the form was given for the item that it makes; null where it was given none.</summary>
    public string? ReservedId(string? mark, ClaimsPrincipal user)
    {
        try
        {
            return string.IsNullOrEmpty(mark) ? null : _newItems.Unprotect(mark).Split(' ') is [var userId, var itemId] && userId == UserId(user) ? itemId : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Notes that the user has the item open and names the others who do.</summary>
    public IReadOnlyList<string> Enter(string itemId, ClaimsPrincipal user) => _presence.Enter(itemId, UserId(user), user.Identity?.Name ?? string.Empty);

    /// <summary>Notes that the user is done with the item.</summary>
    public void Leave(string itemId, ClaimsPrincipal user) => _presence.Leave(itemId, UserId(user));

    internal static string UserId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;
}
