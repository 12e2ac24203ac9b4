using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Between published events and their addresses.</summary>
public sealed class EventAddresses
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;

    public EventAddresses(ISession session, IContentManager contentManager)
    {
        _session = session;
        _contentManager = contentManager;
    }

    /// <summary>The event at <c>events/{slug}</c>, or <see langword="null"/>.</summary>
    public async Task<ContentItem?> FindBySlugAsync(string slug, CancellationToken cancellationToken)
    {
        var path = $"events/{slug}";
        var route = await _session.QueryIndex<AutoroutePartIndex>(route => route.Path == path && route.Published).FirstOrDefaultAsync(cancellationToken);
        return route is not null && await _contentManager.GetAsync(route.ContentItemId) is { ContentType: "Event" } found ? found : null;
    }

    /// <summary>Where the event is shown: <c>~/events/some-seminar</c>.</summary>
    public static string Of(ContentItem @event) => "~/" + @event.GetOrCreate<AutoroutePart>().Path;
}
