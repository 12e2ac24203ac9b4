#nullable disable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrchardCore.Environment.Shell.Scope;

/// <summary>
/// One unit of work of a tenant: a request, a background task, a recipe step. At its end the before-dispose callbacks run
/// (the session commits there), then the deferred tasks, each in a scope of its own.
/// </summary>
public sealed partial class ShellScope : IServiceScope, IAsyncDisposable
{
    private static readonly AsyncLocal<ShellScope> _current = new();

    private readonly AsyncServiceScope _services;
    private readonly List<(Func<ShellScope, Task> Callback, bool Last)> _beforeDispose = [];
    private readonly List<Func<ShellScope, Task>> _deferred = [];
    private readonly List<Func<ShellScope, Exception, Task>> _exceptionHandlers = [];

    internal ShellScope(IServiceProvider tenantServices)
    {
        _services = tenantServices.CreateAsyncScope();
        TenantServices = tenantServices;
    }

    /// <summary>The scope of the code that asks, or null outside of one.</summary>
    public static ShellScope Current => _current.Value;

    /// <summary>The services of <see cref="Current"/>.</summary>
    public static IServiceProvider Services => Current?.ServiceProvider;

    /// <summary>The services of this scope.</summary>
    public IServiceProvider ServiceProvider => _services.ServiceProvider;

    internal IServiceProvider TenantServices { get; }

    /// <summary>Runs <paramref name="task"/> after the commit, in a scope of its own; a failure is logged and changes nothing.</summary>
    public static void AddDeferredTask(Func<ShellScope, Task> task) => Current?._deferred.Add(task);

    /// <summary>Runs <paramref name="callback"/> when this scope's work is done, before its services are disposed.</summary>
    public static void RegisterBeforeDispose(Func<ShellScope, Task> callback, bool last = false) => Current?._beforeDispose.Add((callback, last));

    /// <summary>Runs <paramref name="handler"/> when this scope's work throws.</summary>
    public static void AddExceptionHandler(Func<ShellScope, Exception, Task> handler) => Current?._exceptionHandlers.Add(handler);

    /// <summary>Runs <paramref name="execute"/> in a scope of its own beside the present one: what it writes is committed or lost by itself.</summary>
    public static Task UsingChildScopeAsync(Func<ShellScope, Task> execute, bool activateShell = true) =>
        new ShellScope(Current.TenantServices).UsingAsync(execute, activateShell);

    /// <summary>Runs <paramref name="execute"/> in this scope, then ends it.</summary>
    public async Task UsingAsync(Func<ShellScope, Task> execute, bool activateShell = true)
    {
        var outer = _current.Value;
        _current.Value = this;
        try
        {
            await using (this)
            {
                try
                {
                    await execute(this);
                }
                catch (Exception e)
                {
                    foreach (var handler in _exceptionHandlers)
                    {
                        await handler(this, e);
                    }

                    await EndAsync();
                    throw;
                }

                await EndAsync();
            }
        }
        finally
        {
            _current.Value = outer;
        }

        await RunDeferredAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _services.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task EndAsync()
    {
        foreach (var (callback, _) in _beforeDispose.ToArray().OrderBy(c => c.Last))
        {
            await callback(this);
        }
    }

    private async Task RunDeferredAsync()
    {
        var logger = TenantServices.GetRequiredService<ILogger<ShellScope>>();
        foreach (var task in _deferred)
        {
            try
            {
                await new ShellScope(TenantServices).UsingAsync(task);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogDeferredTaskFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A deferred task failed.")]
    private static partial void LogDeferredTaskFailed(ILogger logger, Exception exception);
}
