using InstituteCms.Kernel.Modules;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace InstituteCms.Kernel.Recipes;

/// <summary>The embedded files of a module, by path from its root; folders are not listed.</summary>
internal sealed class ModuleFileProvider : IFileProvider
{
    private readonly ModuleInfo _module;

    public ModuleFileProvider(ModuleInfo module) => _module = module;

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IFileInfo GetFileInfo(string subpath)
    {
        var path = subpath.TrimStart('/');
        return _module.Files.Contains(path, StringComparer.OrdinalIgnoreCase) ? new ModuleFile(_module, path) : new NotFoundFileInfo(subpath);
    }

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class ModuleFile : IFileInfo
    {
        private readonly ModuleInfo _module;
        private readonly string _path;

        public ModuleFile(ModuleInfo module, string path) => (_module, _path) = (module, path);

        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length
        {
            get
            {
                using var stream = CreateReadStream();
                return stream.Length;
            }
        }

        public string Name => Path.GetFileName(_path);

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => _module.OpenFile(_path)!; // The file is listed, so it is there.
    }
}
