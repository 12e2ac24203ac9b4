using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace InstituteCms;

/// <summary>The way from one page of a list to the next.</summary>
public sealed record PagerViewModel(int Number, int LastNumber)
{
    public const string Parameter = "page";

    public static PagerViewModel For<T>(Page<T> page) => new(page.Number, page.LastNumber);

    /// <summary>The address of another page of the same list, with everything else that was asked for.</summary>
    public static string AddressOf(int number, HttpRequest request)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        query.Add(Parameter, number.ToString(CultureInfo.InvariantCulture));
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
