using System.Net;
using System.Net.Sockets;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using OrchardCore.Environment.Shell.Configuration;

namespace InstituteCms.AcceptanceTests.Webhooks;

/// <summary>Nobody can make the site call into its own network, by address, name or redirect.</summary>
public sealed class WebhookNetworkTests : IDisposable
{
    private readonly TcpListener _inner = new(IPAddress.Loopback, 0);

    public WebhookNetworkTests() => _inner.Start();

    private string InnerHost => $"localhost:{((IPEndPoint)_inner.LocalEndpoint).Port}";

    public void Dispose() => _inner.Dispose();

    [Theory]
    [InlineData(false, "leads into a private network")]
    [InlineData(true, "Nobody answered")] // With the guard off, the very same address is connected to.
    public async Task Name_that_leads_home_is_refused_when_it_is_connected_to(bool isGuardOff, string words)
    {
        await using var site = isGuardOff ? Hooking.SiteThatMayCall(InnerHost) : new TestSite();
        using var administrator = await site.AdministratorAsync();
        var (log, _) = await administrator.AddEndpointAsync($"https://{InnerHost}/hook", "EventPublished");
        using var closed = _inner.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().ContinueWith(
            client => client.Result.Dispose(), TestContext.Current.CancellationToken, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

        var tried = await administrator.FollowAsync(await administrator.SubmitAsync(log, "form[action$='/Test']"));

        Assert.Contains(words, tried.Text, StringComparison.Ordinal);
        if (isGuardOff)
        {
            await closed;
        }
        else
        {
            Assert.False(closed.IsCompleted);
            _inner.Stop();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => closed);
        }
    }

    [Fact]
    public async Task Redirect_is_shown_and_not_followed()
    {
        await using var receiver = await HookReceiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"http://{InnerHost}/hook";
            return Task.CompletedTask;
        };
        await using var site = Hooking.SiteThatMayCall(receiver.HostAndPort, InnerHost); // Even where it would be allowed to go.
        using var administrator = await site.AdministratorAsync();
        var (log, _) = await administrator.AddEndpointAsync(receiver.Address, "EventPublished");

        var tried = await administrator.FollowAsync(await administrator.SubmitAsync(log, "form[action$='/Test']"));

        Assert.Contains("redirects are not followed", tried.Text, StringComparison.Ordinal);
        Assert.Single(receiver.Came);
        Assert.False(_inner.Pending());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("192.168.0.1")]
    public async Task Name_whose_address_changes_is_looked_at_each_time_it_is_connected_to(string inner)
    {
        var looked = 0;
        var connection = new PublicConnection(new NoSettings(), "None", _ => true, (_, _) =>
        {
            looked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Parse(inner)]);
        });
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = connection.ConnectAsync });

        for (var times = 1; times <= 2; times++)
        {
            var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://example.org:8080/"), TestContext.Current.CancellationToken));
            Assert.IsType<NotPublicException>(refused.InnerException);
            Assert.Equal(times, looked);
        }
    }

    private sealed class NoSettings : IShellConfiguration
    {
        private readonly IConfiguration _empty = new ConfigurationBuilder().Build();

        public string? this[string key]
        {
            get => _empty[key];
            set => _empty[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren() => _empty.GetChildren();

        public IChangeToken GetReloadToken() => _empty.GetReloadToken();

        public IConfigurationSection GetSection(string key) => _empty.GetSection(key);
    }
}
