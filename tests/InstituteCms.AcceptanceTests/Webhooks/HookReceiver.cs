using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.AcceptanceTests.Webhooks;

/// <summary>A message as it came over the network.</summary>
public sealed record Hook(string Id, string Timestamp, string Signature, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Kind => (string)Json["type"]!;

    public JsonObject Data => Json["data"]!.AsObject();

    /// <summary>Whether one of the signatures was made with this secret: by the standard's own words, not by the site's code.</summary>
    public bool IsSignedWith(string secret)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret.Split('_', 2)[1]));
        var expected = "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Contains(expected);
    }
}

/// <summary>Somebody's program that takes messages, in moods that a test decides on.</summary>
public sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookReceiver(WebApplication app) => _app = app;

    /// <summary>The answer to a message.</summary>
    public Func<Hook, HttpContext, Task> Answer { get; set; } = (_, context) => context.Response.WriteAsync("Thank you");

    /// <summary>What came, whatever was answered.</summary>
    public ConcurrentQueue<Hook> Came { get; } = new();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hooks";

    public string HostAndPort => new Uri(Address).Authority;

    public IEnumerable<string> Kinds => Came.Select(hook => hook.Kind);

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new HookReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Answers with a status and a word.</summary>
    public void AnswerWith(int status, string words) => Answer = (_, context) =>
    {
        context.Response.StatusCode = status;
        return words.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(words);
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        var hook = new Hook(headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, await reader.ReadToEndAsync());
        Assert.Equal("application/json; charset=utf-8", context.Request.ContentType);
        Assert.True(long.Parse(hook.Timestamp, CultureInfo.InvariantCulture) > 0);
        Came.Enqueue(hook);
        await Answer(hook, context);
    }
}
