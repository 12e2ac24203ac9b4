using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.Kernel.Content.Autoroute;

/// <summary>The paths of published items, both ways.</summary>
internal sealed class AutorouteTable(IEnumerable<AutoroutePartIndex> rows)
{
    private readonly Dictionary<string, string> _pathsById = rows.GroupBy(row => row.ContentItemId).ToDictionary(group => group.Key, group => group.First().Path);
    private readonly Dictionary<string, string> _idsByPath =
        rows.GroupBy(row => row.Path.Trim('/'), StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().ContentItemId, StringComparer.OrdinalIgnoreCase);

    public string? PathOf(string contentItemId) => _pathsById.GetValueOrDefault(contentItemId);

    public string? ItemAt(string path) => _idsByPath.GetValueOrDefault(path.Trim('/'));
}

/// <summary>The tenant's table, read when it is first needed and again after a commit that changed a path. Other processes are not told.</summary>
internal sealed class AutorouteEntries
{
    private readonly Lock _lock = new();
    private AutorouteTable _table = new([]);
    private int _version = 1;
    private int _loadedVersion;

    /// <summary>As last read; links are made without waiting for the database.</summary>
    public AutorouteTable Table => Volatile.Read(ref _table);

    public async Task<AutorouteTable> GetAsync(ISession session)
    {
        int version;
        lock (_lock)
        {
            version = _version;
            if (_loadedVersion == version)
            {
                return _table;
            }
        }

        var table = new AutorouteTable([.. await session.QueryIndex<AutoroutePartIndex>(x => x.Published).ListAsync()]);
        lock (_lock)
        {
            (_table, _loadedVersion) = (table, version);
        }

        return table;
    }

    public void ClearAfterCommit()
    {
        Clear();
        ShellScope.RegisterBeforeDispose(
            _ =>
            {
                Clear();
                return Task.CompletedTask;
            },
            last: true);
    }

    private void Clear()
    {
        lock (_lock)
        {
            _version++;
        }
    }
}
