using System.Net;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>The editor hears which links lead nowhere; nobody can make the site look into its own network.</summary>
public sealed class LinkCheckTests
{
    [Fact]
    public async Task Missing_page_is_named_with_its_field_and_the_own_network_is_never_asked()
    {
        await using var other = await OtherSite.StartAsync("127.0.0.1");
        await using var inner = await OtherSite.StartAsync("127.0.0.1");
        await using var site = new TestSite { Settings = { ["OrchardCore:InstituteCms_Links:Hosts:0"] = $"127.0.0.1:{other.Port}" } };
        using var editor = site.Visit();
        await editor.SignInAsync();

        var form = await editor.GetAsync("/Admin/Contents/ContentTypes/Event/Create");
        var button = form.Document.QuerySelector("[data-check-links]")!;
        form.Document.QuerySelector(Editing.EditorForm)!.SetAttribute("action", button.GetAttribute("formaction")!);
        var answer = await editor.SubmitAsync(form, Editing.EditorForm,
            ("EventPart.Venue.MapUrl", $"{other.Address}/gone"),
            ("EventPart.Materials[0].Url", $"{other.Address}/here"),
            ("EventPart.Organizers[0].Name", "Host"), ("EventPart.Organizers[0].Url", $"{other.Address}/moved-to-gone"),
            ("EventPart.Abstract", $"<p><a href=\"{inner.Address}/gone\">own network</a> <a href=\"{other.Address}/into?to={Uri.EscapeDataString(inner.Address)}\">led there</a></p>"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            [$"Nothing is found at {other.Address}/gone", $"Nothing is found at {other.Address}/moved-to-gone"],
            answer.Document.QuerySelectorAll("li").Select(line => line.TextContent.Trim()).Where(text => text.StartsWith("Nothing", StringComparison.Ordinal)));
        Assert.Contains("5 links were tried.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, inner.Asked);

        // What is known is not asked for again.
        var asked = other.Asked;
        await editor.SubmitAsync(form, Editing.EditorForm, ("EventPart.Venue.MapUrl", $"{other.Address}/gone"));
        Assert.Equal(asked, other.Asked);
    }

    [Fact]
    public async Task Only_editors_may_ask()
    {
        await using var site = new TestSite();
        using var visitor = site.Visit();
        using var content = new FormUrlEncodedContent([]);

        var answer = await visitor.Http.PostAsync("/Admin/Seminars/Editor/CheckLinks", content, TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed class OtherSite : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private int _asked;

        private OtherSite(WebApplication app) => _app = app;

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public int Port => new Uri(Address).Port;

        public int Asked => Volatile.Read(ref _asked);

        public static async Task<OtherSite> StartAsync(string host)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls($"http://{host}:0");
            var app = builder.Build();
            var site = new OtherSite(app);
            app.Run(context =>
            {
                Interlocked.Increment(ref site._asked);
                switch (context.Request.Path.Value)
                {
                    case "/here": return context.Response.WriteAsync("Here");
                    case "/moved-to-gone": context.Response.Redirect("/gone"); break;
                    case "/into": context.Response.Redirect(context.Request.Query["to"] + "/gone"); break;
                    default: context.Response.StatusCode = StatusCodes.Status404NotFound; break;
                }

                return Task.CompletedTask;
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return site;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
