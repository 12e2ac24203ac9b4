using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InstituteCms.Benchmarks;

/// <summary>What a page answered.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body);

/// <summary>Kestrel with nothing behind it: answers given bytes.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<Answer> _answers;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private BareEndpoint(WebApplication app, List<Answer> answers)
    {
        _app = app;
        _answers = answers;
        _http.BaseAddress = new Uri(app.Urls.First());
    }

    public static async Task<BareEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        List<Answer> answers = [];
        app.Map("/{index:int}", async (int index, HttpContext context) =>
        {
            var answer = answers[index];
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            await context.Response.Body.WriteAsync(answer.Body);
        });
        await app.StartAsync();
        return new BareEndpoint(app, answers);
    }

    /// <summary>Takes up an answer, and gives the path that answers it.</summary>
    public Task<string> AnswerAsync(Answer answer)
    {
        _answers.Add(answer);
        return Task.FromResult($"/{_answers.Count - 1}");
    }

    public Func<Task> Getting(string path) => async () => await _http.GetByteArrayAsync(path);

    public Func<Task> Posting(string path) => async () =>
    {
        using var form = new FormUrlEncodedContent([new("Name", "A person"), new("Email", "person@example.org")]);
        using var response = await _http.PostAsync(path, form);
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
