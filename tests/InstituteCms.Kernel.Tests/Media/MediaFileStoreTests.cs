using InstituteCms.Kernel.Media;
using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell;
using OrchardCore.FileStorage;
using Xunit;

namespace InstituteCms.Kernel.Tests.Media;

public sealed class MediaFileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("media").FullName;
    private readonly MediaFileStore _media;

    public MediaFileStoreTests() =>
        _media = new MediaFileStore(new TenantFolder(_folder), new ShellSettings { RequestUrlPrefix = "b" }, new HttpContextAccessor());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_found_under_its_path_until_it_is_deleted()
    {
        await _media.CreateFileFromStreamAsync("/speakers/a b.jpg", new MemoryStream([1, 2, 3]));

        Assert.Equal("/b/media/speakers/a%20b.jpg", _media.MapPathToPublicUrl("speakers/a b.jpg"));
        Assert.Equal(3, (await _media.GetFileInfoAsync("speakers/a b.jpg")).Length);
        await Assert.ThrowsAsync<FileStoreException>(() => _media.CreateFileFromStreamAsync("speakers/a b.jpg", Stream.Null));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "Media", "speakers")));
        Assert.True(await _media.TryDeleteFileAsync("speakers/a b.jpg"));
        Assert.Null(await _media.GetFileInfoAsync("speakers/a b.jpg"));
    }

    [Theory]
    [InlineData("../secret.jpg")]
    [InlineData("a/../../secret.jpg")]
    [InlineData("..\\secret.jpg")]
    [InlineData("page.html")]
    [InlineData("script.js")]
    [InlineData("none")]
    public async Task Nothing_else_of_the_tenant_is_reached_and_nothing_that_runs_is_kept(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret.jpg"), "x", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder, "Media"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "Media", "page.html"), "x", TestContext.Current.CancellationToken);

        Assert.Null(_media.Find(path));
        await Assert.ThrowsAsync<FileStoreException>(() => _media.CreateFileFromStreamAsync(path, Stream.Null, overwrite: true));
    }
}
