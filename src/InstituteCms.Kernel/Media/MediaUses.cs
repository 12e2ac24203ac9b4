using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Media;

/// <summary>Finds the items that show a file: as the path of a picture, or by its address in their text.</summary>
public sealed class MediaUses
{
    private const int Most = 50;

    private readonly ISession _session;

    /// <summary>Queries the scope's session.</summary>
    public MediaUses(ISession session) => _session = session;

    /// <summary>Newest versions and public ones that show it, under its path or one it had before; one for each item, at most fifty.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(MediaDetails file)
    {
        string[] paths = [.. file.FormerPaths.Prepend(file.Path)];
        var uses = await _session.QueryIndex<MediaUseIndex>(use => use.Path.IsIn(paths)).ListAsync();
        string[] ids = [.. uses.Select(use => use.ContentItemId).Distinct().Take(Most)];
        var items = await _session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId.IsIn(ids) && (index.Latest || index.Published)).ListAsync();
        return [.. items.GroupBy(item => item.ContentItemId).Select(versions => versions.MaxBy(item => item.Latest)!)];
    }

    /// <summary>How many items show each of these files.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IEnumerable<MediaFile> files)
    {
        var known = files.SelectMany(file => (file.Details?.FormerPaths ?? []).Prepend(file.Path).Select(path => (path, file.Path))).DistinctBy(pair => pair.path).ToDictionary();
        string[] paths = [.. known.Keys];
        var uses = await _session.QueryIndex<MediaUseIndex>(use => use.Path.IsIn(paths)).ListAsync();
        return uses.DistinctBy(use => (known[use.Path], use.ContentItemId)).CountBy(use => known[use.Path]).ToDictionary();
    }
}
