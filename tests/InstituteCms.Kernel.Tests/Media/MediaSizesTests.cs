using InstituteCms.Kernel.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SkiaSharp;
using Xunit;

namespace InstituteCms.Kernel.Tests.Media;

public sealed class MediaSizesTests
{
    [Theory]
    [InlineData(50, null, false, 50, 25)]
    [InlineData(160, 16, false, 32, 16)]
    [InlineData(50, 50, true, 50, 50)]
    [InlineData(600, 600, true, 100, 100)]
    [InlineData(600, null, false, 200, 100)]
    public async Task Size_fits_and_is_never_larger_than_the_picture(int? width, int? height, bool isCrop, int expectedWidth, int expectedHeight)
    {
        var size = await MakeAsync(new SizeWish(width, height, isCrop), new Framing());

        Assert.Equal(SKEncodedImageFormat.Webp, PictureFile.FormatOf(size));
        Assert.Equal((expectedWidth, expectedHeight), PictureFile.SizeOf(size));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(90, false)]
    public async Task Cut_keeps_the_focal_point(double focalX, bool isRed)
    {
        var middle = await MiddleAsync(await MakeAsync(new SizeWish(50, 50, true), new Framing { FocalX = focalX, FocalY = 50 }));

        Assert.Equal(isRed, middle.Red > 200);
        Assert.Equal(!isRed, middle.Blue > 200);
    }

    [Fact]
    public async Task Crop_holds_for_every_size()
    {
        var size = await MakeAsync(new SizeWish(100, null, false), new Framing { Left = 60, Top = 10, Width = 40, Height = 80 });

        Assert.Equal((80, 80), PictureFile.SizeOf(size));
        Assert.True((await MiddleAsync(size)).Blue > 200);
    }

    [Theory]
    [InlineData("?width=480", true)]
    [InlineData("?width=160&height=160&rmode=crop&format=webp", true)]
    [InlineData("?width=481", false)]
    [InlineData("?width=-480", false)]
    [InlineData("?width=99999999999", false)]
    [InlineData("?v=1", false)]
    public void Only_listed_lengths_are_made(string query, bool isMade) =>
        Assert.Equal(isMade, MediaSizes.WishOf(new QueryCollection(QueryHelpers.ParseQuery(query))) is not null);

    [Theory]
    [InlineData("My Photo (1).JPG", "My-Photo-(1).jpg")]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData("C:\\pictures\\a.png", "a.png")]
    [InlineData("東京　会場.jpg", "東京-会場.jpg")]
    [InlineData("a\"><script>.png", "a-script.png")]
    [InlineData(".htaccess", "")]
    [InlineData("...", "")]
    [InlineData("photo\u202Egnp.jpg", "photognp.jpg")]
    [InlineData("a\tb\u0000c.png", "a-b-c.png")]
    public void Names_are_made_harmless(string sent, string stored) => Assert.Equal(stored, MediaName.Clean(sent));

    [Theory]
    [InlineData("会", "jpg")]
    [InlineData("😀", "png")]
    [InlineData("n", "pdf")]
    public void Long_names_fit_every_file_system_and_end_with_a_whole_letter(string letter, string extension)
    {
        var name = MediaName.Clean(string.Concat(Enumerable.Repeat(letter, 400)) + "." + extension);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 180, 215);
        Assert.Empty(name.Replace(letter, "", StringComparison.Ordinal)[..^4]);
    }

    private static async Task<byte[]> MakeAsync(SizeWish wish, Framing framing) =>
        (await MediaSizes.MakeAsync(Pictures.RedAndBlue(SKEncodedImageFormat.Png), wish, framing, TestContext.Current.CancellationToken))!;

    private static async Task<SKColor> MiddleAsync(byte[] picture) =>
        (await PictureFile.ReadAsync(picture, null, bitmap => new[] { bitmap.GetPixel(bitmap.Width / 2, bitmap.Height / 2) }, TestContext.Current.CancellationToken))![0];
}
