#nullable disable
using Microsoft.AspNetCore.Routing;
using OrchardCore.Entities;

namespace OrchardCore.Settings;

/// <summary>The settings of a tenant's site. Those of caching, debugging and content delivery are left out.</summary>
public interface ISite : IEntity
{
    /// <summary>The address to use where no request is at hand, without a trailing slash.</summary>
    string BaseUrl { get; set; }

    /// <summary>Name of the calendar; null for the culture's own.</summary>
    string Calendar { get; set; }

    /// <summary>What <c>/</c> shows, by area, controller, action and further values; empty for nothing.</summary>
    RouteValueDictionary HomeRoute { get; set; }

    /// <summary>Upper bound of a page's size; 0 for none.</summary>
    int MaxPageSize { get; set; }

    /// <summary>Upper bound of items shown over all pages; 0 for none.</summary>
    int MaxPagedCount { get; set; }

    /// <summary>Items on a page.</summary>
    int PageSize { get; set; }

    /// <summary>A Liquid template of the page's title; empty for page and site name.</summary>
    string PageTitleFormat { get; set; }

    /// <summary>The site's name.</summary>
    string SiteName { get; set; }

    /// <summary>A random value that belongs to the site.</summary>
    string SiteSalt { get; set; }

    /// <summary>Id of the user who may do everything.</summary>
    string SuperUser { get; set; }

    /// <summary>IANA name of the site's time zone.</summary>
    string TimeZoneId { get; set; }

    /// <summary>The settings of type <typeparamref name="T"/>, or new ones.</summary>
    T GetOrCreate<T>() where T : new();

    /// <summary>Whether there are settings of type <typeparamref name="T"/>.</summary>
    bool TryGet<T>(out T settings) where T : new();
}

/// <summary>Reads and writes the settings of the site.</summary>
public interface ISiteService
{
    /// <summary>The settings, shared: never to be changed.</summary>
    Task<ISite> GetSiteSettingsAsync();

    /// <summary>The settings, the caller's own: to be changed and given to <see cref="UpdateSiteSettingsAsync"/>.</summary>
    Task<ISite> LoadSiteSettingsAsync();

    /// <summary>Stores settings that were loaded; readers see them after the commit.</summary>
    Task UpdateSiteSettingsAsync(ISite site);
}
