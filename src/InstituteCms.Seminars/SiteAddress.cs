using Microsoft.AspNetCore.Http;

namespace InstituteCms;

/// <summary>Makes addresses of this site whole, with its host and the prefix of its tenant.</summary>
public sealed class SiteAddress
{
    private readonly IHttpContextAccessor _http;

    public SiteAddress(IHttpContextAccessor http) => _http = http;

    /// <summary>The absolute address of <c>~/path</c>; one that is absolute already stays as it is.</summary>
    public string Absolute(string address)
    {
        if (!address.StartsWith('~'))
        {
            return address;
        }

        var request = _http.HttpContext!.Request; // Pages and feeds are only made for requests.
        var path = new PathString(address[1..]);
        return $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{path.ToUriComponent()}";
    }
}
