using System.Reflection;
using System.Security.Claims;
using System.Security.Principal;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Kernel.Liquid;

/// <summary>What templates may read: shapes and their models, JSON, and what is registered by type.</summary>
internal sealed class LiquidAccess(MemberAccessStrategy registered) : MemberAccessStrategy
{
    private static readonly IMemberAccessor _shape = new Accessor((obj, name) => Find((IShape)obj, name));
    private static readonly IMemberAccessor _json = new Accessor((obj, name) => ((JsonObject)obj)[name]);

    public override IMemberAccessor? GetAccessor(Type type, string name) =>
        registered.GetAccessor(type, name)
        ?? (typeof(IShape).IsAssignableFrom(type) || typeof(Composite).IsAssignableFrom(type) ? _shape
            : type == typeof(JsonObject) ? _json
            : null);

    public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) => registered.Register(type, accessors);

    private static object? Find(IShape shape, string name)
    {
        if (shape is Shape known)
        {
            return known.Find(name);
        }

        var property = shape.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public);
        return property is not null && property.GetIndexParameters().Length == 0 ? property.GetValue(shape) : (shape as ShapeViewModel)?.Find(name);
    }

    private sealed class Accessor(Func<object, string, object?> get) : IMemberAccessor
    {
        public object? Get(object obj, string name, TemplateContext ctx) => get(obj, name);
    }
}

/// <summary>The members and conversions that every template has.</summary>
internal sealed class LiquidOptionsSetup : IConfigureOptions<TemplateOptions>
{
    public void Configure(TemplateOptions options)
    {
        options.MemberAccessStrategy = new LiquidAccess(options.MemberAccessStrategy);
        options.MaxSteps = 200_000;
        options.MaxRecursion = 100;
        var access = options.MemberAccessStrategy;
        access.Register<SiteValue>();
        access.Register<CultureValue>();
        access.Register<RequestValue>();
        access.Register<ShapeMetadata>();
        access.Register<ClaimsPrincipal>(nameof(ClaimsPrincipal.Identity));
        access.Register<IIdentity>(nameof(IIdentity.Name), nameof(IIdentity.IsAuthenticated));
        access.Register<ClaimsIdentity>(nameof(IIdentity.Name), nameof(IIdentity.IsAuthenticated));
        access.Register<ContentItem>(
            nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType), nameof(ContentItem.DisplayText),
            nameof(ContentItem.Published), nameof(ContentItem.Latest), nameof(ContentItem.Owner), nameof(ContentItem.Author),
            nameof(ContentItem.CreatedUtc), nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc));
        access.Register<ContentElement, object>("Content", element => element.Data);
        access.Register<ContentElement, object>("ContentItem", element => element.ContentItem);
        options.ValueConverters.Add(Convert);
    }

    private static object? Convert(object value) => value switch
    {
        IShape shape => new ObjectValue(shape),
        IHtmlContent html => new StringValue(ToText(html), encode: false),
        DynamicJson json => FromJson(json.Node),
        JsonNode node => FromJson(node),
        Enum named => new StringValue(named.ToString()),
        _ => null,
    };

    private static FluidValue FromJson(JsonNode? node) => node switch
    {
        JsonObject => new ObjectValue(node),
        JsonArray array => new ArrayValue([.. array.Select(FromJson)]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => new StringValue(value.ToString()),
            JsonValueKind.Number => NumberValue.Create(decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)),
            JsonValueKind.True => BooleanValue.True,
            JsonValueKind.False => BooleanValue.False,
            _ => NilValue.Instance,
        },
        _ => NilValue.Instance,
    };

    public static string ToText(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, PageEncoder.Html);
        return writer.ToString();
    }
}
