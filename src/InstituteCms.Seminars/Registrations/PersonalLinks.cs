using InstituteCms.Mails;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;

namespace InstituteCms.Registrations;

/// <summary>Writes absolute addresses for mails and calendar files.</summary>
/// <remarks>
/// The site's own base address goes before that of the request: a request can name any host it likes, and a personal link must not lead there.
/// </remarks>
public sealed class PersonalLinks
{
    private readonly IHttpContextAccessor _httpContext;
    private readonly ISiteService _siteService;
    private readonly MailWayOut _wayOut;

    public PersonalLinks(IHttpContextAccessor httpContext, ISiteService siteService, MailWayOut wayOut)
    {
        _wayOut = wayOut;
        _httpContext = httpContext;
        _siteService = siteService;
    }

    /// <summary>Goes before everything else: for work that follows a request whose address was this.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The address of a registrant's own page.</summary>
    public async Task<string> ToAsync(PersonalToken token) => $"{await BaseUrlAsync()}/registrations/{token.Value}";

    /// <summary>Where whoever owns a registration asks for no more mails that they can do without; it gives access to nothing else.</summary>
    public async Task<string> ToUnsubscribeAsync(long registrationId) => $"{await BaseUrlAsync()}/mails/stop/{_wayOut.Protect(registrationId)}";

    /// <summary>The address of an event's page.</summary>
    public async Task<string> ToEventAsync(ContentItem @event) => await BaseUrlAsync() + ContentAddress.AddressOf(@event)[1..];

    /// <summary>What all of them begin with; empty when nobody says.</summary>
    public async Task<string> BaseUrlAsync()
    {
        if (BaseUrl is not null)
        {
            return BaseUrl;
        }

        var site = await _siteService.GetSiteSettingsAsync();
        if (!string.IsNullOrWhiteSpace(site.BaseUrl))
        {
            return site.BaseUrl.TrimEnd('/');
        }

        var request = _httpContext.HttpContext?.Request;
        return request is null ? "" : UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/');
    }
}
