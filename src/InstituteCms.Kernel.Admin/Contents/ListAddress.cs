using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Addresses of the list with everything it was asked for, but for one thing.</summary>
internal static class ListAddress
{
    private static readonly string[] _passing = ["page", "undo"];

    /// <summary>The same list on another page.</summary>
    public static string Page(HttpRequest request, int page) => Path(request) + With(request).Add("page", page);

    /// <summary>What is worth keeping of the query; empty where nothing was asked for.</summary>
    public static string Query(HttpRequest request) => With(request).ToQueryString().ToUriComponent().TrimStart('?');

    /// <summary>The list as it is, without the offer to undo something.</summary>
    public static string Here(HttpRequest request, int page) => page > 1 ? Page(request, page) : Path(request) + With(request).ToQueryString();

    private static string Path(HttpRequest request) => request.PathBase + request.Path;

    private static QueryBuilder With(HttpRequest request) => new(request.Query
        .Where(pair => !_passing.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrEmpty(value)), (pair, value) => KeyValuePair.Create(pair.Key, value!)));

    private static string Add(this QueryBuilder query, string name, int value)
    {
        query.Add(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.ToQueryString().ToUriComponent();
    }
}
