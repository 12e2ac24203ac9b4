using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Settings;

/// <summary>The document that the site's settings are stored in; a tenant has one.</summary>
internal sealed class SiteSettings : Entity, ISite
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    public string? BaseUrl { get; set; }

    public string? Calendar { get; set; }

    [JsonConverter(typeof(RouteValuesJsonConverter))]
    public RouteValueDictionary HomeRoute { get; set; } = [];

    public int MaxPageSize { get; set; } = 100;

    public int MaxPagedCount { get; set; }

    public int PageSize { get; set; } = 10;

    public string? PageTitleFormat { get; set; }

    public string? SiteName { get; set; }

    public string SiteSalt { get; set; } = Guid.NewGuid().ToString("N");

    public string? SuperUser { get; set; }

    public string? TimeZoneId { get; set; }

    public T GetOrCreate<T>() where T : new() => EntityExtensions.GetOrCreate<T>(this);

    public bool TryGet<T>(out T settings) where T : new() => EntityExtensions.TryGet(this, out settings);
}
