using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Navigation;

/// <summary>Merges what the providers add, leaves out what the user may not see, and gives addresses.</summary>
internal sealed class NavigationManager : INavigationManager
{
    private readonly IEnumerable<INavigationProvider> _providers;
    private readonly IAuthorizationService _authorization;
    private readonly IUrlHelperFactory _urls;

    public NavigationManager(IEnumerable<INavigationProvider> providers, IAuthorizationService authorization, IUrlHelperFactory urls)
    {
        _providers = providers;
        _authorization = authorization;
        _urls = urls;
    }

    public async Task<IEnumerable<MenuItem>> BuildMenuAsync(string name, ActionContext context)
    {
        var builder = new NavigationBuilder();
        foreach (var provider in _providers)
        {
            await provider.BuildNavigationAsync(name, builder);
        }

        var url = _urls.GetUrlHelper(context);
        return await FinishAsync(Merge(builder.Build()), context.HttpContext.User, url);
    }

    private static List<MenuItem> Merge(IEnumerable<MenuItem> items) => items
        .GroupBy(item => item.Text?.Name ?? item.Url ?? string.Empty, StringComparer.OrdinalIgnoreCase)
        .Select(same => same.Aggregate(Merge))
        .OrderBy(item => item.Position, PositionComparer.Instance)
        .ThenBy(item => item.Text?.Value, StringComparer.CurrentCulture)
        .ToList();

    // Two providers may both describe a heading; each gives what the other left out.
    private static MenuItem Merge(MenuItem one, MenuItem other)
    {
        var (first, second) = other.Priority > one.Priority ? (other, one) : (one, other);
        first.Position ??= second.Position;
        first.Id ??= second.Id;
        if (first.Url is null && first.RouteValues is null)
        {
            (first.Url, first.RouteValues, first.Resource) = (second.Url, second.RouteValues, second.Resource);
        }

        first.Items = [.. first.Items, .. second.Items];
        first.Classes.AddRange(second.Classes.Except(first.Classes));
        first.Permissions.AddRange(second.Permissions.Except(first.Permissions));
        return first;
    }

    private async Task<List<MenuItem>> FinishAsync(List<MenuItem> items, ClaimsPrincipal user, IUrlHelper url)
    {
        var kept = new List<MenuItem>();
        foreach (var item in items)
        {
            item.Items = await FinishAsync(Merge(item.Items), user, url);
            item.Href = AddressOf(item, url);
            var allowed = await MayAsync(user, item);
            if (item.Items.Count > 0 && !allowed)
            {
                item.Href = null; // A heading over something allowed.
            }

            if (item.Items.Count > 0 || (allowed && item.Href is not null))
            {
                kept.Add(item);
            }
        }

        return kept;
    }

    private async Task<bool> MayAsync(ClaimsPrincipal user, MenuItem item)
    {
        foreach (var permission in item.Permissions)
        {
            if (await _authorization.AuthorizeAsync(user, permission, item.Resource))
            {
                return true;
            }
        }

        return item.Permissions.Count == 0;
    }

    private static string? AddressOf(MenuItem item, IUrlHelper url) => item switch
    {
        { RouteValues: { Count: > 0 } values } => url.RouteUrl(new UrlRouteContext { Values = values }),
        { Url: { Length: > 0 } fixedUrl } => fixedUrl.StartsWith('~') ? url.Content(fixedUrl) : fixedUrl,
        _ => null,
    };
}
