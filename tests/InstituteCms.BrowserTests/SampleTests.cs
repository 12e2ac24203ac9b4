using System.Net;
using System.Runtime.CompilerServices;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using static Microsoft.Playwright.Assertions;

namespace InstituteCms.BrowserTests;

/// <summary>The samples, as somebody opens them.</summary>
[Collection(OneSite.Name)]
public sealed class SampleTests
{
    private readonly BrowserSite _site;

    public SampleTests(BrowserSite site) => _site = site;

    [Fact]
    public async Task Static_page_of_a_department_elsewhere_shows_the_seminars_of_this_site()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var elsewhere = builder.Build();
        elsewhere.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Folder()) });
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        var origin = elsewhere.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var site = new Uri(_site.Site.ClientOptions.BaseAddress, Institute.Department);
        await using var screen = await _site.OpenAsync(390);

        await screen.GoAsync($"{origin}/index.html?site={site}");

        await Expect(screen.Page.Locator($"#events a[href$='{Institute.OpenEvent}']")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("#events")).ToContainTextAsync("Asia/Tokyo");
        await Expect(screen.Page.Locator("#reports a").First).ToBeVisibleAsync();
        await screen.AssertSoundAsync();
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../samples/department-news"));
}
