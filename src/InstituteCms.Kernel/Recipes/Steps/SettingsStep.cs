using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Sets the site's own settings; what it does not know is some feature's and goes to the properties as it is.</summary>
internal sealed class SettingsStep : NamedRecipeStepHandler
{
    private static readonly Dictionary<string, Action<ISite, JsonNode>> _members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = (_, _) => { },
        [nameof(ISite.BaseUrl)] = (site, value) => site.BaseUrl = value.ToString(),
        [nameof(ISite.Calendar)] = (site, value) => site.Calendar = value.ToString(),
        [nameof(ISite.HomeRoute)] = (site, value) => site.HomeRoute = Route(value.AsObject()),
        [nameof(ISite.MaxPagedCount)] = (site, value) => site.MaxPagedCount = Number(value),
        [nameof(ISite.MaxPageSize)] = (site, value) => site.MaxPageSize = Number(value),
        [nameof(ISite.PageSize)] = (site, value) => site.PageSize = Number(value),
        [nameof(ISite.PageTitleFormat)] = (site, value) => site.PageTitleFormat = value.ToString(),
        [nameof(ISite.SiteName)] = (site, value) => site.SiteName = value.ToString(),
        [nameof(ISite.SiteSalt)] = (site, value) => site.SiteSalt = value.ToString(),
        [nameof(ISite.SuperUser)] = (site, value) => site.SuperUser = value.ToString(),
        [nameof(ISite.TimeZoneId)] = (site, value) => site.TimeZoneId = value.ToString(),

        // Settings of Orchard Core's that have nothing to set here.
        ["AppendVersion"] = (_, _) => { },
        ["CacheMode"] = (_, _) => { },
        ["CdnBaseUrl"] = (_, _) => { },
        ["ResourceDebugMode"] = (_, _) => { },
        ["UseCdn"] = (_, _) => { },
    };

    private readonly ISiteService _sites;

    public SettingsStep(ISiteService sites)
        : base("settings")
    {
        _sites = sites;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var site = await _sites.LoadSiteSettingsAsync();
        foreach (var (name, value) in context.Step)
        {
            if (!_members.TryGetValue(name, out var set))
            {
                site.Properties[name] = value?.DeepClone();
            }
            else if (value is not null)
            {
                set(site, value);
            }
        }

        await _sites.UpdateSiteSettingsAsync(site);
    }

    private static int Number(JsonNode value) => value.Deserialize<int>(ContentJson.Options);

    private static RouteValueDictionary Route(JsonObject values) => new(values.ToDictionary(v => v.Key, v => (object?)v.Value?.ToString()));
}
