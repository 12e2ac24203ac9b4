using System.Text.Json.Nodes;
using InstituteCms.Events;
using InstituteCms.Speakers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Editors;

/// <summary>Somebody who may talk again, with what was said of them the last time.</summary>
public sealed record KnownSpeaker(string Id, string Name, string? Role, string? Title, string? Affiliation);

/// <summary>Somebody who has no page yet.</summary>
public sealed class NewSpeaker
{
    public string? Name { get; set; }

    public string? NativeName { get; set; }

    public string? Title { get; set; }

    public string? Affiliation { get; set; }

    /// <summary>Plain text, a paragraph a line.</summary>
    public string? Biography { get; set; }

    /// <summary>Whether it is somebody else than those who have a page under this name.</summary>
    public bool IsAnother { get; set; }
}

/// <summary>Leads the names in an event's form to the pages of those who bear them.</summary>
public sealed class SpeakerLinks
{
    private const int MaxSuggestions = 12;

    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;

    public SpeakerLinks(ISession session, IContentManager contents, IAuthorizationService authorization, IHttpContextAccessor httpContext)
    {
        _session = session;
        _contents = contents;
        _authorization = authorization;
        _httpContext = httpContext;
    }

    /// <summary>Those whose name has these words.</summary>
    public async Task<IReadOnlyList<KnownSpeaker>> SuggestAsync(string? words, CancellationToken cancellationToken = default)
    {
        var query = _session.QueryIndex<SpeakerPartIndex>(x => x.Latest);
        foreach (var word in SearchWords.Split(words))
        {
            query = query.Where(x => x.SearchText.Contains(word));
        }

        var rows = await query.OrderBy(x => x.Name).Take(MaxSuggestions).ListAsync(cancellationToken);
        return await DescribeAsync([.. rows], cancellationToken);
    }

    /// <summary>Links each speaker without a page to the one page that bears the name; on publishing, makes those pages that were asked for, and makes them public.</summary>
    /// <returns>Whether all that was asked for was allowed.</returns>
    public async Task<bool> LinkAsync(IEnumerable<EventSpeaker> speakers)
    {
        await FindPagesAsync([.. speakers.Where(speaker => speaker.SpeakerId is null)]);
        var allowed = true;
        foreach (var speaker in speakers.Where(speaker => speaker.MakePage && IsPublishing()))
        {
            allowed &= await MakePublicAsync(speaker);
        }

        return allowed;
    }

    /// <summary>A page with what is known, as a draft: it becomes public with the event.</summary>
    /// <returns>The page, not saved; <see langword="null"/> where the editor may not make one.</returns>
    public async Task<ContentItem?> NewPageAsync(NewSpeaker known)
    {
        var user = _httpContext.HttpContext!.User;
        var page = await _contents.NewAsync(SeminarTypes.Speaker);
        page.Owner = user.Identity?.Name;
        page.Author = user.Identity?.Name;
        if (!await _authorization.AuthorizeAsync(user, CommonPermissions.EditContent, page))
        {
            return null;
        }

        var (honorific, name) = PersonName.Parse(known.Name ?? "");
        page.DisplayText = name;
        page.Merge(new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = name } });
        page.Alter<SpeakerPart>(part => (part.Honorific, part.NativeName, part.Position, part.Organization, part.Biography) =
            (honorific, Text(known.NativeName), Text(known.Title), Text(known.Affiliation), PlainText.ToHtml(known.Biography)));
        return page;
    }

    /// <summary>Those who have exactly this name.</summary>
    public Task<int> CountNamesakesAsync(string name) => _session.QueryIndex<SpeakerPartIndex>(x => x.Latest && x.Name == name).CountAsync();

    private async Task FindPagesAsync(IReadOnlyList<EventSpeaker> unlinked)
    {
        if (unlinked.Count == 0)
        {
            return;
        }

        string[] names = [.. unlinked.Select(PageName).Distinct()];
        var found = (await DescribeAsync([.. await _session.QueryIndex<SpeakerPartIndex>(x => x.Latest && x.Name.IsIn(names)).ListAsync()]))
            .GroupBy(speaker => speaker.Name)
            .Where(namesakes => namesakes.Count() == 1) // Of two people with one name neither is guessed.
            .ToDictionary(group => group.Key, group => group.Single());
        foreach (var speaker in unlinked)
        {
            if (found.TryGetValue(PageName(speaker), out var known))
            {
                Fill(speaker, known);
            }
        }
    }

    /// <summary>A draft is saved while a name is still being typed; only what is published says who is meant.</summary>
    private bool IsPublishing() => _httpContext.HttpContext is { Request.HasFormContentType: true } http && http.Request.Form.ContainsKey("submit.Publish");

    private static void Fill(EventSpeaker row, KnownSpeaker known)
    {
        row.SpeakerId = known.Id;
        row.Role = string.IsNullOrWhiteSpace(row.Role) ? known.Role : row.Role;
        row.Title = string.IsNullOrWhiteSpace(row.Title) ? known.Title : row.Title;
        row.Affiliation = string.IsNullOrWhiteSpace(row.Affiliation) ? known.Affiliation : row.Affiliation;
    }

    /// <summary>Each with the role, title and affiliation of the last appearance; with those of the page where there was none.</summary>
    private async Task<IReadOnlyList<KnownSpeaker>> DescribeAsync(IReadOnlyList<SpeakerPartIndex> rows, CancellationToken cancellationToken = default)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        string[] ids = [.. rows.Select(row => row.ContentItemId)];
        var pages = (await _session.Query<ContentItem, SpeakerPartIndex>(x => x.Latest && x.ContentItemId.IsIn(ids)).ListAsync(cancellationToken)).ToDictionary(item => item.ContentItemId);
        var events = await _session.Query<ContentItem, AppearanceIndex>(x => x.Latest && x.SpeakerId.IsIn(ids)).OrderByDescending(x => x.StartUtc).Take(100).ListAsync(cancellationToken);
        var last = events.SelectMany(item => item.GetOrCreate<EventPart>().Speakers).Where(speaker => speaker.SpeakerId is { Length: > 0 }).ToLookup(speaker => speaker.SpeakerId!);
        return [.. rows.DistinctBy(row => row.ContentItemId).Select(row => Describe(row, last[row.ContentItemId].FirstOrDefault(), pages[row.ContentItemId].GetOrCreate<SpeakerPart>()))];
    }

    private static KnownSpeaker Describe(SpeakerPartIndex row, EventSpeaker? last, SpeakerPart page) =>
        new(row.ContentItemId, row.Name, last?.Role, last?.Title ?? page.Position, last?.Affiliation ?? page.Organization);

    private async Task<bool> MakePublicAsync(EventSpeaker speaker)
    {
        var page = speaker.SpeakerId is { } id ? await _contents.GetAsync(id, VersionOptions.Latest) : await MakeAsync(speaker);
        if (page is null)
        {
            return speaker.SpeakerId is not null; // A page that was deleted meanwhile is noted beside the form.
        }

        speaker.SpeakerId = page.ContentItemId;
        speaker.MakePage = !await _contents.HasPublishedVersionAsync(page)
            && !(await _authorization.AuthorizeAsync(_httpContext.HttpContext!.User, CommonPermissions.PublishContent, page) && await _contents.PublishAsync(page));
        return true;
    }

    private async Task<ContentItem?> MakeAsync(EventSpeaker speaker)
    {
        var page = await NewPageAsync(new() { Name = speaker.Name, Title = speaker.Title, Affiliation = speaker.Affiliation });
        return page is not null && await _contents.CreateAsync(page, VersionOptions.Draft) ? page : null;
    }

    /// <summary>The announced name may have an honorific before it; the page's title has none.</summary>
    private static string PageName(EventSpeaker speaker) => PersonName.Parse(speaker.Name!).Name;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
