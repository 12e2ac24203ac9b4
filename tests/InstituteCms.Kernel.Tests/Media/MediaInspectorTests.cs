using InstituteCms.Kernel.Media;
using SkiaSharp;
using Xunit;

namespace InstituteCms.Kernel.Tests.Media;

public sealed class MediaInspectorTests
{
    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    public async Task Picture_is_stored_without_its_place_and_looks_as_before(string extension)
    {
        var sent = Pictures.WithPlace(extension);
        Assert.True(Pictures.TellsPlace(sent));

        var (stored, problem) = await InspectAsync("a" + extension, sent);

        Assert.Null(problem);
        Assert.False(Pictures.TellsPlace(stored!));
        Assert.Equal(PictureFile.SizeOf(sent), PictureFile.SizeOf(stored!));
        Assert.Equal(await CornerAsync(sent), await CornerAsync(stored!));
    }

    [Fact]
    public async Task Picture_that_lies_on_its_side_stays_upright()
    {
        var (stored, _) = await InspectAsync("a.jpg", Pictures.WithPlace(".jpg"));

        Assert.Equal((100, 200), PictureFile.SizeOf(stored!));
        var (top, bottom) = await EndsAsync(stored!);
        Assert.True(top.Red > 200 && top.Blue < 60, $"top {top}");
        Assert.True(bottom.Blue > 200 && bottom.Red < 60, $"bottom {bottom}");
    }

    [Fact]
    public async Task Film_is_stored_without_its_place_and_nothing_in_it_moves()
    {
        var sent = Pictures.FilmWithPlace();

        var (stored, problem) = await InspectAsync("a.mp4", sent);

        Assert.Null(problem);
        Assert.False(Pictures.TellsPlace(stored!));
        Assert.Equal(sent.Length, stored!.Length);
        Assert.Equal(sent[^14..], stored[^14..]);
    }

    [Theory]
    [InlineData("a.jpg", "%PDF-1.7 ...", MediaProblem.NoPicture)]
    [InlineData("a.png", "<script>alert(1)</script>", MediaProblem.NoPicture)]
    [InlineData("a.pdf", "<script>alert(1)</script>", MediaProblem.ContentDisagrees)]
    [InlineData("a.docx", "PK no zip", MediaProblem.ContentDisagrees)]
    [InlineData("a.mp4", "no film at all", MediaProblem.ContentDisagrees)]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", MediaProblem.TypeRefused)]
    [InlineData("a.html", "<p>", MediaProblem.TypeRefused)]
    [InlineData("a", "x", MediaProblem.TypeRefused)]
    public async Task What_is_not_what_its_name_says_is_refused(string name, string content, MediaProblem expected) =>
        Assert.Equal(expected, (await InspectAsync(name, System.Text.Encoding.ASCII.GetBytes(content))).Problem);

    [Fact]
    public async Task Picture_under_the_name_of_another_format_is_refused() =>
        Assert.Equal(MediaProblem.ContentDisagrees, (await InspectAsync("a.jpg", Pictures.RedAndBlue(SKEncodedImageFormat.Png))).Problem);

    [Fact]
    public async Task Picture_that_breaks_off_is_refused() =>
        Assert.Equal(MediaProblem.Damaged, (await InspectAsync("a.png", Pictures.RedAndBlue(SKEncodedImageFormat.Png)[..^30])).Problem);

    [Fact]
    public async Task Picture_that_would_fill_the_memory_is_refused_unseen() =>
        Assert.Equal(MediaProblem.TooManyPixels, (await InspectAsync("a.png", Pictures.Bomb(60_000, 60_000))).Problem);

    private static async Task<(byte[]? Stored, MediaProblem? Problem)> InspectAsync(string name, byte[] content)
    {
        var (stream, problem) = await MediaInspector.InspectAsync(name, new MemoryStream(content), TestContext.Current.CancellationToken);
        if (stream is null)
        {
            return (null, problem);
        }

        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            return (copy.ToArray(), problem);
        }
    }

    private static async Task<string> CornerAsync(byte[] picture) => (await EndsAsync(picture)).Top.ToString();

    private static async Task<(SKColor Top, SKColor Bottom)> EndsAsync(byte[] picture)
    {
        var ends = await PictureFile.ReadAsync(picture, null, bitmap => new[] { bitmap.GetPixel(0, 0), bitmap.GetPixel(bitmap.Width - 1, bitmap.Height - 1) }, TestContext.Current.CancellationToken);
        return (ends![0], ends[1]);
    }
}
