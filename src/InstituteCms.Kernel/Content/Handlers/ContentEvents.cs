using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement.Handlers;

namespace InstituteCms.Kernel.Content;

/// <summary>Tells the handlers. They are looked up at the first event, since they may themselves ask for the content manager.</summary>
internal sealed partial class ContentEvents
{
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private IContentHandler[]? _handlers;

    public ContentEvents(IServiceProvider services, ILogger<ContentEvents> logger)
    {
        _services = services;
        _logger = logger;
    }

    private IContentHandler[] Handlers => _handlers ??= [.. _services.GetServices<IContentHandler>()];

    /// <summary>In the order of registration.</summary>
    public async Task FirstAsync<TContext>(Func<IContentHandler, Func<TContext, Task>> choose, TContext context)
    {
        foreach (var handler in Handlers)
        {
            await TellAsync(handler, choose(handler), context);
        }
    }

    /// <summary>In the reverse order.</summary>
    public async Task ThenAsync<TContext>(Func<IContentHandler, Func<TContext, Task>> choose, TContext context)
    {
        for (var i = Handlers.Length - 1; i >= 0; i--)
        {
            await TellAsync(Handlers[i], choose(Handlers[i]), context);
        }
    }

    /// <summary>Both, and the deed between them.</summary>
    public async Task AroundAsync<TContext>(
        Func<IContentHandler, Func<TContext, Task>> first, Func<IContentHandler, Func<TContext, Task>> then, TContext context, Func<Task>? deed = null)
    {
        await FirstAsync(first, context);
        if (deed is not null)
        {
            await deed();
        }

        await ThenAsync(then, context);
    }

    private async Task TellAsync<TContext>(IContentHandler handler, Func<TContext, Task> happen, TContext context)
    {
        try
        {
            await happen(context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogHandlerFailed(e, handler.GetType(), typeof(TContext).Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The content handler {Handler} failed on {Context}.")]
    private partial void LogHandlerFailed(Exception exception, Type handler, string context);
}
