using System.Text;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;

namespace InstituteCms.Privacy;

/// <summary>The files that this site keeps in its folder.</summary>
public sealed class TenantFiles
{
    private const int ChunkBytes = 4 * 1024 * 1024;
    private const int OverlapBytes = 64 * 1024; // No name is longer, however it is coded.

    private readonly string _folder;

    public TenantFiles(IOptions<ShellOptions> options, ShellSettings settings) =>
        _folder = Path.Combine(options.Value.ShellsApplicationDataPath, options.Value.ShellsContainerName, settings.Name);

    /// <summary>Paths within the folder, those that end in <paramref name="extension"/> alone if given.</summary>
    public IEnumerable<string> List(string extension = "") => Directory.Exists(_folder)
        ? Directory.EnumerateFiles(_folder, "*" + extension, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file)).Order(StringComparer.Ordinal).ToArray()
        : [];

    /// <summary>Whether somebody is named in a file; one that is gone meanwhile names nobody.</summary>
    public async Task<bool> NamesAsync(string file, PersonTrace trace, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(Path.Combine(_folder, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[OverlapBytes + ChunkBytes];
            var kept = 0;
            while (await stream.ReadAtLeastAsync(buffer.AsMemory(kept), ChunkBytes, throwOnEndOfStream: false, cancellationToken) is var read and > 0)
            {
                if (trace.IsInFile(Encoding.UTF8.GetString(buffer, 0, kept + read)))
                {
                    return true;
                }

                var end = kept + read;
                kept = Math.Min(OverlapBytes, end);
                buffer.AsSpan(end - kept, kept).CopyTo(buffer);
            }

            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Delete(string file) => File.Delete(Path.Combine(_folder, file));
}
