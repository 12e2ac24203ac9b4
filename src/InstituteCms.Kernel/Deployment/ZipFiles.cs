using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using OrchardCore.Deployment;

namespace InstituteCms.Kernel.Deployment;

/// <summary>The files in a zip archive. They are read where they lie: none is ever unpacked to a path that an archive names.</summary>
internal sealed class ZipFiles : IFileBuilder, IFileProvider
{
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;
    private const long MaxRecipeBytes = 256L * 1024 * 1024;

    private readonly ZipArchive _zip;

    public ZipFiles(ZipArchive zip) => _zip = zip;

    /// <summary>Whether it unpacks to more than a server should swallow.</summary>
    public bool IsTooLarge => _zip.Entries.Sum(entry => entry.Length) > MaxBytes || _zip.GetEntry("Recipe.json")?.Length > MaxRecipeBytes;

    /// <summary>The name of a file that would lie elsewhere; null where there is none.</summary>
    public string? FindUnsafeName() => _zip.Entries.Select(entry => entry.FullName).FirstOrDefault(name =>
        name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/') || name.Split('/').Contains(".."));

    public async Task SetFileAsync(string subpath, Stream stream)
    {
        await using var entry = await _zip.CreateEntry(subpath).OpenAsync();
        await stream.CopyToAsync(entry);
    }

    public IFileInfo GetFileInfo(string subpath) =>
        _zip.GetEntry(subpath.TrimStart('/')) is { } entry ? new ZipFile(entry) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class ZipFile : IFileInfo
    {
        private readonly ZipArchiveEntry _entry;

        public ZipFile(ZipArchiveEntry entry) => _entry = entry;

        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => _entry.LastWriteTime;

        public long Length => _entry.Length;

        public string Name => _entry.Name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => _entry.Open();
    }
}
