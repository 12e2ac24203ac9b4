using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Tenants;

/// <summary>A running tenant: its services and its pipeline. Replaced as a whole when its features change.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Lazy<RequestDelegate> _pipeline;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inUse;
    private int _released;

    public Tenant(ShellSettings settings, ServiceProvider services)
    {
        Settings = settings;
        _services = services;
        _pipeline = new(BuildPipeline);
    }

    public ShellSettings Settings { get; }

    public RequestDelegate Pipeline => _pipeline.Value;

    public ShellScope CreateScope() => new(_services);

    /// <summary>Runs <paramref name="work"/> in a scope; a tenant released meanwhile is disposed after the last of them.</summary>
    public async Task UsingScopeAsync(Func<ShellScope, Task> work)
    {
        Interlocked.Increment(ref _inUse);
        try
        {
            await CreateScope().UsingAsync(work);
        }
        finally
        {
            if (Interlocked.Decrement(ref _inUse) == 0 && Volatile.Read(ref _released) == 1)
            {
                await DisposeAsync();
                _idle.TrySetResult();
            }
        }
    }

    public async Task ReleaseAsync()
    {
        Volatile.Write(ref _released, 1);
        if (Volatile.Read(ref _inUse) == 0)
        {
            await DisposeAsync();
        }
    }

    /// <summary>Lets what is under way come to its end, a mail that is being sent for example, and then ends the tenant.</summary>
    /// <param name="patience">What takes longer is cut off.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        Volatile.Write(ref _released, 1);
        if (Volatile.Read(ref _inUse) > 0)
        {
            await _idle.Task.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private RequestDelegate BuildPipeline()
    {
        var app = new ApplicationBuilder(_services);
        app.UseRouting();
        var routes = (IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!;

        foreach (var startup in _services.GetServices<IStartup>().OrderBy(s => s.ConfigureOrder))
        {
            startup.Configure(app, routes, _services);
        }

        app.UseEndpoints(_ => { });
        return app.Build();
    }
}
