using System.Net;
using System.Net.Http.Headers;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using SkiaSharp;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>The media library: files come in, are described, found, cut, replaced, moved and deleted.</summary>
public sealed class MediaTests : IClassFixture<TestSite>
{
    private const string Library = "/Admin/Media";

    private readonly TestSite _site;

    public MediaTests(TestSite site) => _site = site;

    [Fact]
    public async Task Picture_is_described_found_replaced_moved_and_deleted_and_it_is_all_written_down()
    {
        using var editor = await AdministratorAsync();
        await UploadAsync(editor, "room.png", Picture(SKColors.Red));
        var details = await editor.GetAsync(Details("room.png"));
        await editor.SubmitAsync(details, "form:has([name=AltText])", ("AltText", "満員のセミナー室"));

        var found = await editor.GetAsync(Library + "?words=満員");
        Assert.Equal("room.png", Assert.Single(found.Document.QuerySelectorAll(".media-name")).TextContent);

        var before = await ColourAsync(editor, "room.png");
        await SendAsync(editor, details, "form[action*='/Replace']", "file", "other.png", Picture(SKColors.Blue));
        Assert.NotEqual(before, await ColourAsync(editor, "room.png"));

        var moved = await editor.SubmitAsync(details, "form[action*='/Move']", ("name", "Hall 1.png"));
        Assert.Contains("Hall-1.png", moved.RedirectsTo, StringComparison.Ordinal);
        var old = await editor.GetAsync("/media/room.png?width=160");
        Assert.Equal(HttpStatusCode.Redirect, old.Status);
        Assert.EndsWith("/media/Hall-1.png?width=160", old.RedirectsTo, StringComparison.Ordinal);
        Assert.Contains("満員のセミナー室", (await editor.GetAsync(Details("Hall-1.png"))).Html, StringComparison.Ordinal);

        await editor.SubmitAsync(await editor.GetAsync(Library + "/Delete?path=Hall-1.png"), "main form");
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/media/Hall-1.png")).Status);
        var trail = (await editor.GetAsync("/Admin/Audit?category=Content")).Text;
        foreach (var act in new[] { "Added a file", "Changed a file's description or crop", "Replaced a file", "Moved a file", "Deleted a file" })
        {
            Assert.Contains(act, trail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sizes_are_webp_cut_as_the_editor_says_and_asked_for_anew_after_each_change()
    {
        using var editor = await AdministratorAsync();
        await UploadAsync(editor, "halves.png", Picture(SKColors.Red, SKColors.Blue));
        const string square = "/media/halves.png?width=50&height=50&rmode=crop&format=webp";

        var first = await editor.GetAsync(square);
        Assert.Equal("image/webp", first.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(first.Response.Headers.CacheControl!.NoCache);

        await editor.SubmitAsync(await editor.GetAsync(Details("halves.png")), "form:has([name=AltText])", ("Framing.FocalX", "95"), ("Framing.FocalY", "50"));
        Assert.Equal("blue", await ColourAsync(editor, square["/media/".Length..]));

        await editor.SubmitAsync(await editor.GetAsync(Details("halves.png")), "form:has([name=AltText])", ("Framing.FocalX", ""), ("Framing.Width", "40"));
        Assert.Equal("red", await ColourAsync(editor, square["/media/".Length..]));

        var outside = await editor.SubmitAsync(await editor.GetAsync(Details("halves.png")), "form:has([name=AltText])", ("Framing.Left", "80"), ("Framing.Width", "40"), ("AltText", "kept"));
        Assert.NotEmpty(outside.ErrorAt("Framing.Width"));
        Assert.Equal("kept", outside.Document.QuerySelector("[name=AltText]")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("picture.jpg", "<script>alert(1)</script>", "is not a picture")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "is of a type that is not taken here")]
    [InlineData("paper.pdf", "MZ no paper", "is of another type than its name says")]
    [InlineData("empty.png", "", "is empty")]
    public async Task What_is_not_what_it_says_is_refused_in_a_sentence_beside_the_field_and_not_stored(string name, string content, string sentence)
    {
        using var editor = await AdministratorAsync();

        var page = await UploadAsync(editor, name, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.Document.QuerySelector("#files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/media/" + name)).Status);
    }

    [Theory]
    [InlineData("..\\..\\secret.png", "secret.png")]
    [InlineData("../../Default/Media/up.png", "up.png")]
    [InlineData("東京　会場の写真.png", "東京-会場の写真.png")]
    public async Task Name_is_made_harmless_and_the_file_is_found_under_it(string sent, string stored)
    {
        using var editor = await AdministratorAsync();

        await UploadAsync(editor, sent, Picture(SKColors.Red));

        Assert.Contains((await editor.GetAsync(Library)).Document.QuerySelectorAll(".media-name"), name => name.TextContent == stored);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/media/" + Uri.EscapeDataString(stored))).Status);
    }

    [Fact]
    public async Task Name_of_any_length_is_taken_once_and_again()
    {
        using var editor = await AdministratorAsync();
        var name = string.Concat(Enumerable.Repeat("長", 300));

        await UploadAsync(editor, name + ".png", Picture(SKColors.Red));
        await UploadAsync(editor, name + ".png", Picture(SKColors.Blue));

        Assert.Equal(2, (await editor.GetAsync(Library)).Document.QuerySelectorAll(".media-name").Count(found => found.TextContent.StartsWith("長長長", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("..", null)]
    [InlineData("///", null)]
    [InlineData("  Talks / 2026: “peace”? ", "Talks-2026-“peace”")]
    [InlineData("会議室　写真", "会議室-写真")]
    public async Task Folder_has_a_name_that_can_be_or_is_refused_beside_the_field_with_what_was_typed(string typed, string? made)
    {
        using var editor = await AdministratorAsync();

        var answer = await editor.SubmitAsync(await editor.GetAsync(Library), "form[action$='/Folder']", ("name", typed));

        if (made is null)
        {
            Assert.NotEmpty(answer.ErrorAt("name"));
            Assert.Equal(typed, answer.Document.QuerySelector("#name")!.GetAttribute("value"));
        }
        else
        {
            Assert.Equal(made, (await editor.GetAsync(answer.RedirectsTo!)).Document.QuerySelector(".media-trail [aria-current=page]")!.TextContent);
        }
    }

    [Fact]
    public async Task File_of_another_type_does_not_replace_and_a_stale_page_says_so()
    {
        using var editor = await AdministratorAsync();
        await UploadAsync(editor, "kept.png", Picture(SKColors.Red));
        var details = await editor.GetAsync(Details("kept.png"));

        var other = await SendAsync(editor, details, "form[action*='/Replace']", "file", "other.pdf", "%PDF-1.7"u8.ToArray());
        Assert.Contains("is of another type than the file that it should replace", other.ErrorAt("file"), StringComparison.Ordinal);
        var none = await SendAsync(editor, details, "form[action*='/Replace']", "file", "other.png", "no picture"u8.ToArray());
        Assert.Contains("is not a picture", none.ErrorAt("file"), StringComparison.Ordinal);
        Assert.Equal("red", await ColourAsync(editor, "kept.png"));

        var delete = await editor.GetAsync(Library + "/Delete?path=kept.png");
        await editor.SubmitAsync(delete, "main form");
        foreach (var (page, form) in new[] { (delete, "main form"), (details, "form:has([name=AltText])") })
        {
            var stale = await editor.SubmitAsync(page, form);
            Assert.Contains("“kept.png” is not there any more.", (await editor.GetAsync(stale.RedirectsTo!)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Limits_are_the_sites_own_and_told_before_anything_is_stored()
    {
        await using var site = new TestSite();
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var wrong = await administrator.SubmitAsync(await administrator.GetAsync(Library), "form[action$='/Limits']", ("MaxFileMegabytes", "0"));
        Assert.NotEmpty(wrong.ErrorAt("MaxFileMegabytes"));
        await administrator.SubmitAsync(await administrator.GetAsync(Library), "form[action$='/Limits']", ("MaxFileMegabytes", "1"), ("QuotaMegabytes", "10"));

        var large = await UploadAsync(administrator, "large.png", new byte[2 * 1024 * 1024]);
        Assert.Contains("one file may have 1 MB", large.Document.QuerySelector("#files-error")!.TextContent, StringComparison.Ordinal);

        var huge = await UploadAsync(administrator, "huge.png", new byte[12 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
        Assert.Contains("Nothing of it was stored.", huge.Document.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);

        var folder = Path.Combine(site.Data, "Sites", Institute.DepartmentTenant, "Media");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "much.mp4"), new byte[10 * 1024 * 1024], TestContext.Current.CancellationToken);
        var full = await UploadAsync(administrator, "small.png", Picture(SKColors.Red));
        Assert.Contains("no room", full.Document.QuerySelector("#files-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_shows_a_picture_is_named_and_has_it_in_sizes()
    {
        using var editor = await AdministratorAsync();
        await UploadAsync(editor, "face.png", Picture(SKColors.Red));
        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Speaker/Create");
        await editor.SubmitAsync(form, "form:has([name='SpeakerPart.Photo.Path'])",
            ("TitlePart.Title", "Pictured Person"), ("SpeakerPart.Photo.Path", "face.png"), ("SpeakerPart.Photo.AltText", "A face"), ("submit.Publish", "submit.Publish"));

        var uses = (await editor.GetAsync(Details("face.png"))).Document.QuerySelector(".media-uses");
        Assert.Contains("Pictured Person", uses!.TextContent, StringComparison.Ordinal);
        Assert.Contains("on 1 page", (await editor.GetAsync(Library)).Document.QuerySelector(".media-grid li:has(a[href$='face.png'])")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pictured Person", (await editor.GetAsync(Library + "/Delete?path=face.png")).Text, StringComparison.Ordinal);

        var portrait = (await editor.GetAsync("/speakers/pictured-person")).Document.QuerySelector("img.portrait")!;
        Assert.Contains("/media/face.png?width=240&height=240&rmode=crop&format=webp 2x", portrait.GetAttribute("srcset"), StringComparison.Ordinal);
        var small = await editor.GetAsync(portrait.GetAttribute("src")!);
        Assert.Equal("image/webp", small.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Library_is_the_sites_own_and_for_those_who_may()
    {
        using var editor = await AdministratorAsync();
        await UploadAsync(editor, "own.png", Picture(SKColors.Red));
        using var other = _site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/media/own.png")).Status);

        foreach (var path in new[] { Library + "?folder=..", Library + "?folder=../../Default/Media", Details("../appsettings.json"), Details("../../Default/Media/x.png"), Library + "/Browse?folder=.." })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(path)).Status);
        }

        using var stranger = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(Library)).Status);
        using var viewer = await _site.SignedInAsync("Viewer", "media-viewer");
        Assert.NotEqual(HttpStatusCode.OK, (await viewer.GetAsync(Library)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await viewer.GetAsync(Library + "/Browse")).Status);
    }

    [Fact]
    public async Task Folder_is_made_filled_and_deleted_when_it_is_empty()
    {
        using var editor = await AdministratorAsync();
        var made = await editor.SubmitAsync(await editor.GetAsync(Library), "form[action$='/Folder']", ("name", "Term 2026"));
        Assert.EndsWith("folder=Term-2026", made.RedirectsTo, StringComparison.Ordinal);
        var again = await editor.SubmitAsync(await editor.GetAsync(Library), "form[action$='/Folder']", ("name", "Term 2026"));
        Assert.NotEmpty(again.ErrorAt("name"));

        var folder = await editor.GetAsync(made.RedirectsTo!);
        await SendAsync(editor, folder, "form[action$='/Upload']", "files", "in.png", Picture(SKColors.Red));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/media/Term-2026/in.png")).Status);
        Assert.Null((await editor.GetAsync(made.RedirectsTo!)).Document.QuerySelector("form[action$='/DeleteFolder']"));

        var renamed = await editor.SubmitAsync(await editor.GetAsync(made.RedirectsTo!), "form[action$='/RenameFolder']", ("newName", "秋学期"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(made.RedirectsTo!)).Status);
        Assert.EndsWith("/media/%E7%A7%8B%E5%AD%A6%E6%9C%9F/in.png", (await editor.GetAsync("/media/Term-2026/in.png")).RedirectsTo, StringComparison.Ordinal);
        var taken = await editor.SubmitAsync(await editor.GetAsync(renamed.RedirectsTo!), "form[action$='/RenameFolder']", ("newName", ".."));
        Assert.NotEmpty(taken.ErrorAt("newName"));

        await editor.SubmitAsync(await editor.GetAsync(Library + "/Delete?path=" + Uri.EscapeDataString("秋学期/in.png")), "main form");
        await editor.SubmitAsync(await editor.GetAsync(renamed.RedirectsTo!), "form[action$='/DeleteFolder']");
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(renamed.RedirectsTo!)).Status);
    }

    private static string Details(string path) => Library + "/File?path=" + Uri.EscapeDataString(path);

    private static byte[] Picture(SKColor left, SKColor? right = null)
    {
        using var bitmap = new SKBitmap(200, 100);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = right ?? left };
        canvas.Clear(left);
        canvas.DrawRect(100, 0, 100, 100, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static async Task<string> ColourAsync(Visitor visitor, string path)
    {
        using var bitmap = SKBitmap.Decode(await visitor.Http.GetByteArrayAsync($"/{Institute.Department}/media/{path}", TestContext.Current.CancellationToken));
        return bitmap.GetPixel(bitmap.Width / 2, bitmap.Height / 2) is { Red: > 200 } ? "red" : "blue";
    }

    private static async Task<Page> UploadAsync(Visitor editor, string name, byte[] content) =>
        await SendAsync(editor, await editor.GetAsync(Library), "form[action$='/Upload']", "files", name, content);

    private static async Task<Page> SendAsync(Visitor editor, Page page, string selector, string field, string name, byte[] content)
    {
        var form = page.Document.QuerySelector(selector)!;
        using var data = new MultipartFormDataContent { { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (form.QuerySelector("[name=folder]")?.GetAttribute("value") is { } folder)
        {
            data.Add(new StringContent(folder), "folder");
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        data.Add(file, field, name);
        return await Page.ReadAsync(await editor.Http.PostAsync(form.GetAttribute("action"), data, TestContext.Current.CancellationToken), new AngleSharp.Html.Parser.HtmlParser());
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var visitor = _site.Visit(Institute.Department);
        await visitor.SignInAsync();
        return visitor;
    }
}
