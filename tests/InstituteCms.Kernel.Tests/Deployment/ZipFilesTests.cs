using System.IO.Compression;
using InstituteCms.Kernel.Deployment;
using InstituteCms.Kernel.Recipes;
using OrchardCore.Recipes.Models;
using Xunit;

namespace InstituteCms.Kernel.Tests.Deployment;

public sealed class ZipFilesTests
{
    [Theory]
    [InlineData("../evil.png")]
    [InlineData("a/../../evil.png")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\evil.png")]
    [InlineData("C:/evil.png")]
    public void Name_that_leads_out_is_found(string name)
    {
        using var zip = Zip("Recipe.json", name);

        Assert.Equal(name, new ZipFiles(zip).FindUnsafeName());
    }

    [Fact]
    public void Harmless_names_are_let_pass()
    {
        using var zip = Zip("Recipe.json", "photos/", "photos/a..b.png", "写真/会場.png");

        Assert.Null(new ZipFiles(zip).FindUnsafeName());
    }

    [Theory]
    [InlineData("photos/room.png", true)]
    [InlineData("./photos/room.png", true)]
    [InlineData("photos/none.png", false)]
    [InlineData("../photos/room.png", false)]
    public void Recipe_finds_the_files_beside_it_and_no_others(string path, bool exists)
    {
        using var zip = Zip("Recipe.json", "photos/room.png");

        Assert.Equal(exists, new RecipeDescriptor { BasePath = "", FileProvider = new ZipFiles(zip) }.FindFile(path).Exists);
    }

    private static ZipArchive Zip(params string[] names)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Array.ForEach(names, name => zip.CreateEntry(name));
        }

        return new ZipArchive(memory, ZipArchiveMode.Read);
    }
}
