using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>A site that ran on the embedded foundation arrives on Orchard Core, by Orchard Core's own import of a package.</summary>
public sealed class ArrivalTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Pages_people_files_and_registrants_arrive_and_arriving_twice_changes_nothing()
    {
        var host = EmbeddedHost();
        Assert.SkipUnless(host is not null, "The embedded host is not built: dotnet build src/InstituteCms.Web");
        var (package, personal) = await DepartAsync(host!);
        await using var site = new TestSite
        {
            Settings =
            {
                ["OrchardCore:OrchardCore_AutoSetup:Tenants:1:RecipeName"] = "Department",
                ["OrchardCore:OrchardCore_AutoSetup:Tenants:1:AdminUsername"] = "setup",
                ["OrchardCore:OrchardCore_AutoSetup:Tenants:1:AdminEmail"] = "setup@example.org",
            },
        };

        for (var time = 0; time < 2; time++)
        {
            using var administrator = site.Visit(Institute.Department);
            await administrator.SignInAsync("setup");
            Assert.Contains("Deployment package imported.", (await ImportAsync(administrator, package)).Text, StringComparison.Ordinal);

            using var visitor = site.Visit(Institute.Department);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Institute.OpenEvent)).Status);
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], await visitor.Http.GetByteArrayAsync($"/{Institute.Department}/media/photos/room.png", TestContext.Current.CancellationToken));
            Assert.Contains("Moving Person", (await visitor.GetAsync(personal)).Text, StringComparison.Ordinal);
            Assert.Contains("19", (await visitor.GetAsync(Institute.OpenEvent + "/register")).Document.QuerySelector(".availability--open")!.TextContent, StringComparison.Ordinal);
            Assert.False((await visitor.RegisterAsync("moving@example.org")).IsSeated());

            using var known = site.Visit(Institute.Department);
            Assert.Equal(HttpStatusCode.Redirect, (await known.SignInAsync()).Status);
            Assert.Equal(HttpStatusCode.OK, (await known.GetAsync("/Admin/Contents/ContentItems/Event")).Status);
        }
    }

    /// <summary>The package of a department on the embedded foundation, and the personal page of somebody who registered there.</summary>
    private async Task<(byte[] Package, string Personal)> DepartAsync(string folder)
    {
        await using var host = await HostProcess.Start(folder, _data, port: null, workingDirectory: null,
            ("OrchardCore__OrchardCore_AutoSetup__Tenants__0__AdminPassword", TestSite.Password),
            ("OrchardCore__OrchardCore_AutoSetup__Tenants__1__AdminPassword", TestSite.Password)).ReadyAsync();
        var media = Directory.CreateDirectory(Path.Combine(_data, "Sites", Institute.DepartmentTenant, "Media", "photos")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(media, "room.png"), [0x89, 0x50, 0x4E, 0x47], TestContext.Current.CancellationToken);

        using var registrant = new Visitor(Browser(host), Institute.Department);
        var personal = await registrant.FollowAsync(await registrant.RegisterAsync("moving@example.org", "Moving Person"));

        using var administrator = new Visitor(Browser(host), Institute.Department);
        var login = await administrator.GetAsync("/Login");
        await administrator.SubmitAsync(login, "form[method=post]", ("UserName", "admin"), ("Password", TestSite.Password));
        var export = await administrator.SubmitAsync(await administrator.GetAsync("/Admin/Deployment/Move"), "form[action$='/Export']");
        return (await export.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), personal.Address);
    }

    private static async Task<Page> ImportAsync(Visitor administrator, byte[] package)
    {
        var page = await administrator.GetAsync("/Admin/DeploymentPlan/Import/Index");
        var form = page.Document.QuerySelector("form[enctype='multipart/form-data']")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(package), "importedPackage", "site.zip" },
        };
        var answer = await administrator.Http.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await administrator.FollowAsync(answer.Headers.Location!.OriginalString);
    }

    private static HttpClient Browser(HostProcess host) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };

    private static string? EmbeddedHost()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "InstituteCms.sln")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root?.FullName ?? "", "src", "InstituteCms.Web", "bin", "embedded", "Debug", "net10.0");
        return File.Exists(Path.Combine(folder, "InstituteCms.Web.dll")) ? folder : null;
    }
}
