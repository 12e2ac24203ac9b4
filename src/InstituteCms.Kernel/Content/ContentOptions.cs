#nullable disable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrchardCore.ContentManagement;

/// <summary>The parts that features register.</summary>
public class ContentOptions
{
    private readonly Dictionary<string, ContentPartOption> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order of registration.</summary>
    public IReadOnlyList<ContentPartOption> ContentPartOptions => [.. _parts.Values];

    /// <summary>By the name of the part.</summary>
    public IReadOnlyDictionary<string, ContentPartOption> ContentPartOptionsLookup => _parts;

    internal ContentPartOption GetOrAddPart(Type partType)
    {
        if (!_parts.TryGetValue(partType.Name, out var part))
        {
            _parts[partType.Name] = part = new ContentPartOption(partType);
        }

        return part;
    }
}

/// <summary>What <see cref="ContentPartOption"/> has in common with fields.</summary>
public abstract class ContentPartOptionBase
{
    /// <summary>An option for a class.</summary>
    protected ContentPartOptionBase(Type contentPartType) => Type = contentPartType;

    /// <summary>The class.</summary>
    public Type Type { get; }
}

/// <summary>A registered part.</summary>
public class ContentPartOption : ContentPartOptionBase
{
    private readonly List<Type> _handlers = [];

    /// <summary>An option for <paramref name="contentPartType"/>.</summary>
    public ContentPartOption(Type contentPartType) : base(contentPartType)
    {
    }

    /// <summary>Its handlers, in the order of registration.</summary>
    public IReadOnlyList<Type> Handlers => _handlers;

    internal void AddHandler(Type handlerType) => _handlers.Add(handlerType);
}

/// <summary>Says more about a part that was just registered.</summary>
public class ContentPartOptionBuilder
{
    /// <summary>Builds on <paramref name="services"/>.</summary>
    public ContentPartOptionBuilder(IServiceCollection services, Type contentPartType)
    {
        Services = services;
        ContentPartType = contentPartType;
    }

    /// <summary>The tenant's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The class of the part.</summary>
    public Type ContentPartType { get; }
}

/// <summary>Registration of parts.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Registers a part; without, it stays untyped.</summary>
    public static ContentPartOptionBuilder AddContentPart<TContentPart>(this IServiceCollection services) where TContentPart : ContentPart =>
        services.AddContentPart(typeof(TContentPart));

    /// <inheritdoc cref="AddContentPart{TContentPart}" />
    public static ContentPartOptionBuilder AddContentPart(this IServiceCollection services, Type contentPartType)
    {
        services.Configure<ContentOptions>(options => options.GetOrAddPart(contentPartType));
        return new ContentPartOptionBuilder(services, contentPartType);
    }

    /// <summary>Registers a handler of the part's events.</summary>
    public static ContentPartOptionBuilder AddHandler<THandler>(this ContentPartOptionBuilder builder) where THandler : class, Handlers.IContentPartHandler =>
        builder.AddHandler(typeof(THandler));

    /// <inheritdoc cref="AddHandler{THandler}" />
    public static ContentPartOptionBuilder AddHandler(this ContentPartOptionBuilder builder, Type handlerType)
    {
        builder.Services.TryAddScoped(handlerType);
        builder.Services.Configure<ContentOptions>(options => options.GetOrAddPart(builder.ContentPartType).AddHandler(handlerType));
        return builder;
    }
}
