using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell;
using OrchardCore.FileStorage;
using OrchardCore.Media;

namespace InstituteCms.Kernel.Media;

/// <summary>Media in the folder <c>Media</c> of the tenant.</summary>
internal sealed class MediaFileStore : IMediaFileStore
{
    private readonly string _root;
    private readonly ShellSettings _tenant;
    private readonly IHttpContextAccessor _http;

    public MediaFileStore(TenantFolder folder, ShellSettings tenant, IHttpContextAccessor http)
    {
        _root = Path.GetFullPath(Path.Combine(folder.Path, "Media")) + Path.DirectorySeparatorChar;
        (_tenant, _http) = (tenant, http);
    }

    public string MapPathToPublicUrl(string path)
    {
        var start = _http.HttpContext?.Request.PathBase ?? (string.IsNullOrEmpty(_tenant.RequestUrlPrefix) ? default : new PathString("/" + _tenant.RequestUrlPrefix));
        return start.Add(new PathString("/media/" + Clean(path))).ToUriComponent();
    }

    public async Task<string> CreateFileFromStreamAsync(string path, Stream inputStream, bool overwrite = false)
    {
        var file = Locate(path) ?? throw new FileStoreException($"{path} is not a path for media.");
        if (!overwrite && File.Exists(file))
        {
            throw new FileStoreException($"There is a file {path} already.");
        }

        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var output = File.Create(part))
            {
                await inputStream.CopyToAsync(output);
            }

            File.Move(part, file, overwrite);
        }
        finally
        {
            File.Delete(part);
        }

        return Clean(path);
    }

    public Task<IFileStoreEntry> GetFileInfoAsync(string path) => Task.FromResult<IFileStoreEntry>(Find(path) is { } file ? new Entry(Clean(path), file) : null!);

    public Task<Stream> GetFileStreamAsync(string path) =>
        Task.FromResult<Stream>(Find(path)?.OpenRead() ?? throw new FileStoreException($"There is no file {path}."));

    public Task<bool> TryDeleteFileAsync(string path)
    {
        var file = Find(path);
        file?.Delete();
        return Task.FromResult(file is not null);
    }

    /// <summary>The file on disk; null where there is none, or none that may be served.</summary>
    public FileInfo? Find(string path) => Locate(path) is { } file && new FileInfo(file) is { Exists: true } info ? info : null;

    /// <summary>The path of every file that may be served.</summary>
    public IEnumerable<string> List() => Directory.Exists(_root)
        ? Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'))
            .Where(path => MediaTypes.Of(path) is not null)
            .Order(StringComparer.Ordinal)
        : [];

    /// <summary>Whether there is such a folder; the root has the empty path.</summary>
    public bool HasFolder(string path) => LocateFolder(path) is { } folder && (path.Length == 0 || Directory.Exists(folder));

    /// <summary>Paths of the folders and files right in a folder, by name.</summary>
    public (IReadOnlyList<string> Folders, IReadOnlyList<string> Files) Look(string path)
    {
        if (LocateFolder(path) is not { } folder || !Directory.Exists(folder))
        {
            return ([], []);
        }

        string In(string file) => (path.Length == 0 ? string.Empty : Clean(path) + "/") + Path.GetFileName(file);
        return (
            [.. Directory.EnumerateDirectories(folder).Select(In).Order(StringComparer.CurrentCultureIgnoreCase)],
            [.. Directory.EnumerateFiles(folder).Select(In).Where(file => MediaTypes.Of(file) is not null).Order(StringComparer.CurrentCultureIgnoreCase)]);
    }

    /// <summary>Every folder, by path.</summary>
    public IReadOnlyList<string> Folders() => Directory.Exists(_root)
        ? [.. Directory.EnumerateDirectories(_root, "*", SearchOption.AllDirectories).Select(folder => Path.GetRelativePath(_root, folder).Replace('\\', '/')).Order(StringComparer.CurrentCultureIgnoreCase)]
        : [];

    /// <summary>Makes a folder.</summary>
    public void MakeFolder(string path) => Directory.CreateDirectory(LocateFolder(path) ?? throw new FileStoreException($"{path} is not a path for media."));

    /// <summary>Deletes an empty folder; false where there is something in it.</summary>
    public bool TryDeleteFolder(string path)
    {
        if (LocateFolder(path) is not { } folder || path.Length == 0 || !Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return false;
        }

        Directory.Delete(folder);
        return true;
    }

    /// <summary>Moves a file.</summary>
    /// <exception cref="FileStoreException">There is none, or one at the new path already.</exception>
    public void Move(string path, string newPath)
    {
        var (from, to) = (Find(path), Locate(newPath));
        if (from is null || to is null || File.Exists(to))
        {
            throw new FileStoreException($"{path} cannot be moved to {newPath}.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        from.MoveTo(to);
    }

    /// <summary>Bytes that all files take.</summary>
    public long SizeOfAll() => Directory.Exists(_root) ? new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;

    private static string Clean(string path) => path.Replace('\\', '/').Trim('/');

    private string? Locate(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || MediaTypes.Of(path) is null)
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(_root, Clean(path)));
        return file.StartsWith(_root, StringComparison.Ordinal) ? file : null;
    }

    private string? LocateFolder(string path)
    {
        var folder = Path.GetFullPath(Path.Combine(_root, Clean(path))) + (Clean(path).Length == 0 ? string.Empty : Path.DirectorySeparatorChar);
        return !path.Contains('\0', StringComparison.Ordinal) && folder.StartsWith(_root, StringComparison.Ordinal) ? folder : null;
    }

    private sealed record Entry(string Path, FileInfo File) : IFileStoreEntry
    {
        public string DirectoryPath => System.IO.Path.GetDirectoryName(Path) ?? string.Empty;

        public bool IsDirectory => false;

        public DateTime LastModifiedUtc => File.LastWriteTimeUtc;

        public long Length => File.Length;

        public string Name => File.Name;
    }
}
