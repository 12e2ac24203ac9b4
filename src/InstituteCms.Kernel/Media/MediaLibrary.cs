using InstituteCms.Kernel.Audit;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.FileStorage;
using OrchardCore.Settings;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Media;

/// <summary>A file of the library with what is said about it.</summary>
public sealed record MediaFile(string Path, string Name, string Url, long Length, DateTime ChangedUtc, bool IsPicture, MediaDetails? Details)
{
    /// <summary>What it shows.</summary>
    public string AltText => Details?.AltText ?? string.Empty;

    /// <summary>Changes with the content and with how it is cut.</summary>
    public string Version => FormattableString.Invariant($"{ChangedUtc.Ticks:x}{Details?.Framing.Stamp}");

    /// <summary>Its name's extension.</summary>
    public string Extension => System.IO.Path.GetExtension(Path);
}

/// <summary>What is looked at: a folder, or what a search has found.</summary>
public sealed record MediaListing(IReadOnlyList<string> Folders, IReadOnlyList<MediaFile> Files, int Total);

/// <summary>What became of a file: its path, or why not.</summary>
public sealed record MediaOutcome(string? Path, MediaProblem? Problem)
{
    /// <summary>Refused.</summary>
    public static implicit operator MediaOutcome(MediaProblem problem) => new(null, problem);

    /// <summary>Done.</summary>
    public static MediaOutcome Done(string path) => new(path, null);
}

/// <summary>The site's pictures and documents: found, added, changed, removed. What is done is written down.</summary>
public sealed class MediaLibrary
{
    /// <summary>The largest picture, whatever the site's limits are.</summary>
    public const int MaxPictureMegabytes = MediaInspector.MaxPictureMegabytes;

    private readonly MediaFileStore _files;
    private readonly MediaSizes _sizes;
    private readonly ISession _session;
    private readonly ISiteService _sites;
    private readonly AuditTrail _audit;

    internal MediaLibrary(MediaFileStore files, MediaSizes sizes, ISession session, ISiteService sites, AuditTrail audit)
    {
        _files = files;
        _sizes = sizes;
        _session = session;
        _sites = sites;
        _audit = audit;
    }

    /// <summary>How much may be stored.</summary>
    public Task<MediaLimits> LimitsAsync() => _sites.GetSettingsAsync<MediaLimits>();

    /// <summary>Bytes that are stored.</summary>
    public long Used() => _files.SizeOfAll();

    /// <summary>Whether there is such a folder.</summary>
    public bool HasFolder(string folder) => _files.HasFolder(folder);

    /// <summary>Every folder, by path.</summary>
    public IReadOnlyList<string> Folders() => _files.Folders();

    /// <summary>What is in a folder, or, with words, what has all of them in its path or its description, in all folders.</summary>
    public async Task<MediaListing> LookAsync(string folder, string? words, bool picturesOnly, int skip, int take)
    {
        var terms = (words ?? string.Empty).Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (folders, paths) = terms.Length == 0 ? _files.Look(folder) : ([], await SearchAsync(terms));
        var wanted = paths.Where(path => !picturesOnly || MediaInspector.IsPicture(path)).ToList();
        string[] page = [.. wanted.Skip(skip).Take(take)];
        var details = (await _session.Query<MediaDetails, MediaDetailsIndex>(index => index.Path.IsIn(page) && !index.IsFormer).ListAsync()).ToDictionary(one => one.Path);
        return new MediaListing(folders, [.. page.Select(path => Describe(path, details.GetValueOrDefault(path))).OfType<MediaFile>()], wanted.Count);
    }

    /// <summary>A file and its details; null where there is none.</summary>
    public async Task<(MediaFile File, MediaDetails Details)?> FindAsync(string path)
    {
        var details = await DetailsAsync(path);
        return Describe(path, details) is { } file ? (file, details ?? new MediaDetails { Path = path }) : null;
    }

    /// <summary>Width and height of a picture; null for other files.</summary>
    public async Task<(int Width, int Height)?> SizeAsync(string path, CancellationToken cancellationToken) =>
        MediaInspector.IsPicture(path) && _files.Find(path) is { } file ? PictureFile.SizeOf(await File.ReadAllBytesAsync(file.FullName, cancellationToken)) : null;

    /// <summary>Adds a file; where the name is taken, under the next free one.</summary>
    public async Task<MediaOutcome> AddAsync(string folder, string name, Stream content, CancellationToken cancellationToken)
    {
        var clean = MediaName.Clean(name);
        if (clean.Length == 0 || !_files.HasFolder(folder) || (folder.Length + clean.Length + 5 > MediaDetailsIndex.MaxPath))
        {
            return MediaProblem.BadName;
        }

        if (await CheckAsync(content.Length, 0) is { } limit)
        {
            return limit;
        }

        var (kept, problem) = await MediaInspector.InspectAsync(clean, content, cancellationToken);
        if (problem is { } refused)
        {
            return refused;
        }

        await using (kept)
        {
            for (var number = 1; ; number++)
            {
                var path = Join(folder, number == 1 ? clean : $"{Path.GetFileNameWithoutExtension(clean)}-{number}{Path.GetExtension(clean)}");
                if (_files.Find(path) is not null || await DetailsAsync(path, former: true) is not null)
                {
                    continue;
                }

                try
                {
                    await _files.CreateFileFromStreamAsync(path, kept!);
                }
                catch (FileStoreException)
                {
                    continue; // Somebody else was faster.
                }

                await _audit.RecordAsync(AuditActions.MediaAdded, path, path);
                return MediaOutcome.Done(path);
            }
        }
    }

    /// <summary>Puts another file of the same type in the place of one: every page that shows it goes on, with the new one.</summary>
    public async Task<MediaOutcome> ReplaceAsync(string path, string name, Stream content, CancellationToken cancellationToken)
    {
        if (_files.Find(path) is not { } old)
        {
            return MediaProblem.Gone;
        }

        if (MediaTypes.Of(name) != MediaTypes.Of(path))
        {
            return MediaProblem.OtherType;
        }

        if (await CheckAsync(content.Length, old.Length) is { } limit)
        {
            return limit;
        }

        var (kept, problem) = await MediaInspector.InspectAsync(path, content, cancellationToken);
        if (problem is { } refused)
        {
            return refused;
        }

        await using (kept)
        {
            await _files.CreateFileFromStreamAsync(path, kept!, overwrite: true);
        }

        _sizes.Forget(path);
        await _audit.RecordAsync(AuditActions.MediaReplaced, path, path);
        return MediaOutcome.Done(path);
    }

    /// <summary>Says what a file shows and how it is cut.</summary>
    public async Task DescribeAsync(string path, string altText, Framing framing)
    {
        var details = await DetailsAsync(path) ?? new MediaDetails { Path = path };
        var isCutAnew = details.Framing != framing;
        (details.AltText, details.Framing) = (altText, framing);
        await _session.SaveAsync(details);
        await _audit.RecordAsync(AuditActions.MediaChanged, path, path);
        if (isCutAnew)
        {
            ForgetSizes(path);
        }
    }

    /// <summary>Gives a file another folder or name. Its old address leads to the new one.</summary>
    public async Task<MediaOutcome> MoveAsync(string path, string folder, string name)
    {
        var clean = MediaName.Clean(name);
        if (clean.Length == 0 || !_files.HasFolder(folder) || MediaTypes.Of(clean) != MediaTypes.Of(path))
        {
            return MediaProblem.BadName;
        }

        var newPath = Join(folder, clean);
        if (_files.Find(path) is null)
        {
            return MediaProblem.Gone;
        }

        if (newPath == path)
        {
            return MediaOutcome.Done(path);
        }

        if (_files.Find(newPath) is not null)
        {
            return MediaProblem.NameTaken;
        }

        if (await DetailsAsync(newPath, former: true) is { } earlier && earlier.Path != path)
        {
            return MediaProblem.NameTaken;
        }

        var details = await DetailsAsync(path) ?? new MediaDetails();
        details.FormerPaths = [.. details.FormerPaths.Append(path).Where(former => former != newPath).Distinct()];
        details.Path = newPath;
        _files.Move(path, newPath);
        await _session.SaveAsync(details);
        ForgetSizes(path);
        await _audit.RecordAsync(AuditActions.MediaMoved, newPath, newPath, path);
        return MediaOutcome.Done(newPath);
    }

    /// <summary>Deletes a file and what was said about it; false where there is none.</summary>
    public async Task<bool> DeleteAsync(string path)
    {
        if (!await _files.TryDeleteFileAsync(path))
        {
            return false;
        }

        if (await DetailsAsync(path) is { } details)
        {
            _session.Delete(details);
        }

        _sizes.Forget(path);
        await _audit.RecordAsync(AuditActions.MediaDeleted, path, path);
        return true;
    }

    /// <summary>Makes a folder in another.</summary>
    public MediaOutcome MakeFolder(string folder, string name)
    {
        var clean = MediaName.CleanFolder(name);
        if (clean.Length == 0 || !_files.HasFolder(folder) || folder.Length + clean.Length > MediaDetailsIndex.MaxPath / 2)
        {
            return MediaProblem.BadName;
        }

        var path = Join(folder, clean);
        if (_files.HasFolder(path))
        {
            return MediaProblem.NameTaken;
        }

        _files.MakeFolder(path);
        return MediaOutcome.Done(path);
    }

    /// <summary>Gives a folder another name: all that is in it moves, and old addresses lead to the new ones.</summary>
    public async Task<MediaOutcome> RenameFolderAsync(string folder, string name)
    {
        if (folder.Length == 0 || !_files.HasFolder(folder))
        {
            return MediaProblem.Gone;
        }

        var clean = MediaName.CleanFolder(name);
        var parent = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : string.Empty;
        var renamed = Join(parent, clean);
        if (renamed == folder)
        {
            return MediaOutcome.Done(folder);
        }

        string[] files = [.. _files.List().Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))];
        if (clean.Length == 0 || files.Append(folder).Any(path => path.Length - folder.Length + renamed.Length > MediaDetailsIndex.MaxPath))
        {
            return MediaProblem.BadName;
        }

        if (_files.HasFolder(renamed))
        {
            return MediaProblem.NameTaken;
        }

        string[] folders = [.. _files.Folders().Where(path => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal))];
        Array.ForEach(folders, path => _files.MakeFolder(renamed + path[folder.Length..]));
        foreach (var path in files)
        {
            if ((await MoveAsync(path, renamed + path[folder.Length..path.LastIndexOf('/')], path[(path.LastIndexOf('/') + 1)..])).Problem is { } problem)
            {
                return problem;
            }
        }

        foreach (var path in folders.OrderByDescending(path => path.Length))
        {
            _files.TryDeleteFolder(path);
        }

        return MediaOutcome.Done(renamed);
    }

    /// <summary>Deletes an empty folder.</summary>
    public MediaOutcome DeleteFolder(string path) => _files.TryDeleteFolder(path) ? MediaOutcome.Done(path) : MediaProblem.FolderNotEmpty;

    /// <summary>Where the file of a former path is now; null for none.</summary>
    internal async Task<string?> FollowAsync(string formerPath) => (await DetailsAsync(formerPath, former: true))?.Path;

    /// <summary>How a picture's sizes are cut.</summary>
    internal async Task<Framing> FramingAsync(string path) => (await DetailsAsync(path))?.Framing ?? new Framing();

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder.Trim('/')}/{name}";

    // Once more after the commit: a visitor may have had one made from what was there before.
    private void ForgetSizes(string path)
    {
        _sizes.Forget(path);
        ShellScope.AddDeferredTask(_ =>
        {
            _sizes.Forget(path);
            return Task.CompletedTask;
        });
    }

    private async Task<MediaProblem?> CheckAsync(long length, long freed)
    {
        var limits = await LimitsAsync();
        return length == 0 ? MediaProblem.Empty
            : length > MediaLimits.Bytes(limits.MaxFileMegabytes) ? MediaProblem.TooLarge
            : Used() - freed + length > MediaLimits.Bytes(limits.QuotaMegabytes) ? MediaProblem.QuotaReached
            : null;
    }

    private async Task<MediaDetails?> DetailsAsync(string path, bool former = false) =>
        await _session.Query<MediaDetails, MediaDetailsIndex>(index => index.Path == path && index.IsFormer == former).FirstOrDefaultAsync();

    private async Task<IReadOnlyList<string>> SearchAsync(string[] terms)
    {
        var described = _session.Query<MediaDetails, MediaDetailsIndex>(index => !index.IsFormer);
        foreach (var term in terms.Select(term => term.ToLowerInvariant()))
        {
            described = described.Where(index => index.AltText.Contains(term));
        }

        var byText = (await described.ListAsync()).Select(details => details.Path).ToHashSet(StringComparer.Ordinal);
        return [.. _files.List().Where(path => byText.Contains(path) || terms.All(term => path.Contains(term, StringComparison.CurrentCultureIgnoreCase)))];
    }

    private MediaFile? Describe(string path, MediaDetails? details) => _files.Find(path) is { } file
        ? new MediaFile(path, file.Name, _files.MapPathToPublicUrl(path), file.Length, file.LastWriteTimeUtc, MediaInspector.IsPicture(path), details)
        : null;
}
