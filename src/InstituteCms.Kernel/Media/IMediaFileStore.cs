#nullable disable
using OrchardCore.FileStorage;

namespace OrchardCore.FileStorage
{
    /// <summary>A file that is stored.</summary>
    public interface IFileStoreEntry
    {
        /// <summary>Its folder.</summary>
        string DirectoryPath { get; }

        /// <summary>Whether it is a folder itself.</summary>
        bool IsDirectory { get; }

        /// <summary>Its last change, UTC.</summary>
        DateTime LastModifiedUtc { get; }

        /// <summary>Its size in bytes.</summary>
        long Length { get; }

        /// <summary>Its name with extension.</summary>
        string Name { get; }

        /// <summary>Its path with forward slashes, without one at the start.</summary>
        string Path { get; }
    }

    /// <summary>Keeps files by path. Folders, copying and moving are left out.</summary>
    public interface IFileStore
    {
        /// <summary>Stores a file, and makes its folder if need be; the path it is found under.</summary>
        /// <exception cref="FileStoreException">The path is not allowed, or taken.</exception>
        Task<string> CreateFileFromStreamAsync(string path, Stream inputStream, bool overwrite = false);

        /// <summary>The file, or null where there is none.</summary>
        Task<IFileStoreEntry> GetFileInfoAsync(string path);

        /// <summary>Opens a file for reading.</summary>
        /// <exception cref="FileStoreException">There is none.</exception>
        Task<Stream> GetFileStreamAsync(string path);

        /// <summary>Deletes a file; false where there was none.</summary>
        Task<bool> TryDeleteFileAsync(string path);
    }

    /// <summary>A file cannot be stored or read.</summary>
    public class FileStoreException : Exception
    {
        /// <summary>Says why.</summary>
        public FileStoreException(string message)
            : base(message)
        {
        }

        /// <summary>Says why, and what was behind it.</summary>
        public FileStoreException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}

namespace OrchardCore.Media
{
    /// <summary>The files that a site shows.</summary>
    public interface IMediaFileStore : IFileStore
    {
        /// <summary>The address that a file is served at, with the tenant's prefix.</summary>
        string MapPathToPublicUrl(string path);
    }
}
