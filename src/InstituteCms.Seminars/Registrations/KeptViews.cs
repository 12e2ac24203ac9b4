using InstituteCms.Privacy;
using Microsoft.AspNetCore.WebUtilities;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Registrations;

/// <summary>A way of looking at the list that is worth keeping.</summary>
/// <param name="Name">What its user calls it.</param>
/// <param name="Query">The list's query, with its question mark; empty for the usual list.</param>
public sealed record KeptView(string Name, string Query);

/// <summary>What one organiser keeps for one event. A search may name a registrant: erased with everything that is personal.</summary>
public sealed class KeptViews
{
    /// <summary>The most that one organiser keeps for an event.</summary>
    public const int Most = 20;

    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The longest query.</summary>
    public const int MaxQueryLength = 2_000;

    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    public string UserName { get; set; } = "";

    /// <summary>By name.</summary>
    public List<KeptView> Views { get; set; } = [];
}

/// <summary>Finds them.</summary>
public sealed class KeptViewsIndex : MapIndex
{
    public const int UserNameLength = 255;

    public string EventId { get; set; } = "";

    public string UserName { get; set; } = "";
}

/// <summary>Fills the index.</summary>
public sealed class KeptViewsIndexProvider : IndexProvider<KeptViews>
{
    public override void Describe(DescribeContext<KeptViews> context) =>
        context.For<KeptViewsIndex>().Map(views => new KeptViewsIndex { EventId = views.EventId, UserName = views.UserName });
}

/// <summary>Keeps views, and gives them back.</summary>
public sealed class KeptViewStore
{
    private readonly ISession _session;

    public KeptViewStore(ISession session) => _session = session;

    /// <summary>What a user has kept for an event, by name.</summary>
    public async Task<IReadOnlyList<KeptView>> ReadAsync(string eventId, string userName) => (await FindAsync(eventId, userName))?.Views ?? [];

    /// <summary>Keeps a view, in place of one of the same name; false when there is no room for more.</summary>
    public async Task<bool> KeepAsync(string eventId, string userName, KeptView view)
    {
        var kept = await FindAsync(eventId, userName) ?? new() { EventId = eventId, UserName = userName };
        kept.Views.RemoveAll(other => other.Name == view.Name);
        if (kept.Views.Count >= KeptViews.Most)
        {
            return false;
        }

        kept.Views = [.. kept.Views.Append(view).OrderBy(other => other.Name, StringComparer.CurrentCultureIgnoreCase)];
        await _session.SaveAsync(kept);
        return true;
    }

    /// <summary>Forgets a view.</summary>
    public async Task RemoveAsync(string eventId, string userName, string name)
    {
        if (await FindAsync(eventId, userName) is { } kept && kept.Views.RemoveAll(view => view.Name == name) > 0)
        {
            await _session.SaveAsync(kept);
        }
    }

    /// <summary>Forgets what everybody kept for an event.</summary>
    public async Task EraseAsync(string eventId)
    {
        foreach (var kept in await _session.Query<KeptViews, KeptViewsIndex>(views => views.EventId == eventId).ListAsync())
        {
            _session.Delete(kept);
        }
    }

    /// <summary>Forgets the views of an event that search for somebody, by however little of what is known of the person.</summary>
    public async Task EraseAsync(Registration registration)
    {
        var eventId = registration.EventId;
        var person = new PersonTrace([registration.Name, registration.Email]);
        var known = EmailAddressKey.From($"{registration.Name} {registration.Email} {registration.Affiliation}");
        foreach (var kept in await _session.Query<KeptViews, KeptViewsIndex>(views => views.EventId == eventId).ListAsync())
        {
            if (kept.Views.RemoveAll(view => person.IsIn(view.Query) || person.IsIn(view.Name) || Finds(view, known)) > 0)
            {
                await _session.SaveAsync(kept);
            }
        }
    }

    private static bool Finds(KeptView view, string known) =>
        QueryHelpers.ParseQuery(view.Query).TryGetValue("search", out var search)
        && EmailAddressKey.From(search.ToString()) is { Length: > 0 } text
        && known.Contains(text, StringComparison.Ordinal);

    private Task<KeptViews?> FindAsync(string eventId, string userName) =>
        _session.Query<KeptViews, KeptViewsIndex>(views => views.EventId == eventId && views.UserName == userName).FirstOrDefaultAsync()!;
}
