using System.IO.Compression;
using System.Net;
using System.Text;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Packages of a whole site, taken out and put in by the second department's administrator.</summary>
public static class Packages
{
    public const string MovePage = "/Admin/Deployment/Move";

    public static async Task<byte[]> ExportAsync(this TestSite site)
    {
        using var administrator = site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var answer = await administrator.SubmitAsync(await administrator.GetAsync(MovePage), "form[action$='/Export']");
        return await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The page that follows, with what is said about the import.</summary>
    public static async Task<Page> ImportAsync(this TestSite site, byte[] package, string tenant = Institute.Department)
    {
        using var administrator = site.Visit(tenant);
        await administrator.SignInAsync();
        var form = (await administrator.GetAsync(MovePage)).Document.QuerySelector("form[action$='/Import']")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(package), "package", "site.zip" },
        };
        var answer = await administrator.Http.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await administrator.FollowAsync(MovePage);
    }

    /// <summary>Why a package is not imported; empty where it is.</summary>
    public static async Task<string> RefusalAsync(this TestSite site, byte[] package) =>
        (await site.ImportAsync(package)).Document.QuerySelector(".alert-danger")?.TextContent ?? "";

    public static byte[] Recipe(string json) => Zip(("Recipe.json", json));

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
