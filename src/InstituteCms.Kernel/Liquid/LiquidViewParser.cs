using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Liquid;
using Parlot.Fluent;

namespace InstituteCms.Kernel.Liquid;

/// <summary>Liquid with Orchard Core's tags, those that a theme uses.</summary>
internal sealed class LiquidViewParser : FluidParser
{
    public LiquidViewParser()
    {
        RegisterEmptyTag("render_body", (w, e, c) => WriteAsync(w, e, Zone(c, "Content"), c));
        Tag("render_section", async (args, w, e, c) =>
        {
            var name = args.Text(0, "name");
            var zone = Zone(c, name);
            if (zone.Items.Count == 0 && args.Flag("required", true))
            {
                throw new InvalidOperationException($"Nothing was put into the zone '{name}', which the layout requires.");
            }

            await WriteAsync(w, e, zone, c);
        });
        Tag("resources", (args, w, e, c) =>
        {
            Service<PageResources>(c).Render(args.Text(0, "type")).WriteTo(w, PageEncoder.Html);
            return Task.CompletedTask;
        });
        Tag("page_title", (args, w, e, c) =>
        {
            AddSegment(args, c);
            var separator = args.Value("separator");
            var title = Service<IPageTitleBuilder>(c).GenerateTitle(separator.IsNil() ? null : Html(separator));
            title.WriteTo(w, PageEncoder.Html);
            return Task.CompletedTask;
        });
        RegisterParserTag("page_title_add_segment", FilteredArguments(), async (args, w, e, c) =>
        {
            AddSegment(await TagArguments.ReadAsync(args, c), c);
            return Completion.Normal;
        });
        RegisterParserBlock("zone", ArgumentsList, async (list, statements, w, e, c) =>
        {
            var args = await TagArguments.ReadAsync(list, c);
            using var inner = new StringWriter();
            await RenderAsync(statements, inner, e, c);
            await Zone(c, args.Text(0, "name")).AddAsync(new HtmlString(inner.ToString()), args.Text(1, "position"));
            return Completion.Normal;
        });
        RegisterEmptyTag("antiforgerytoken", (w, e, c) =>
        {
            if (Service<IHttpContextAccessor>(c).HttpContext is { } http)
            {
                var tokens = Service<IAntiforgery>(c).GetAndStoreTokens(http);
                w.Write($"<input name=\"{e.Encode(tokens.FormFieldName)}\" type=\"hidden\" value=\"{e.Encode(tokens.RequestToken!)}\" />");
            }

            return new(Completion.Normal);
        });
        Tag("shape", async (args, w, e, c) =>
        {
            var shape = args.Text(0, "type").Equals("menu", StringComparison.OrdinalIgnoreCase)
                ? await Service<MenuShapes>(c).BuildAsync(args.Text(-1, "alias"), args.Text(-1, "content_item_id"))
                : await NewShapeAsync(c, args.Text(0, "type"), args);
            if (shape is not null)
            {
                await WriteAsync(w, e, shape, c);
            }
        });
        RegisterParserBlock("a", ArgumentsList, async (list, statements, w, e, c) =>
        {
            var args = await TagArguments.ReadAsync(list, c);
            var tag = new TagBuilder("a");
            foreach (var (name, value) in args.Named.Where(a => a.Key is "class" or "id" or "rel" or "title" or "target" or "lang"))
            {
                tag.Attributes[name] = value.ToStringValue();
            }

            tag.Attributes["href"] = await HrefAsync(args, c);
            using var inner = new StringWriter();
            await RenderAsync(statements, inner, e, c);
            tag.InnerHtml.AppendHtml(inner.ToString());
            tag.WriteTo(w, PageEncoder.Html);
            return Completion.Normal;
        });
        Tag("link", (args, w, e, c) => Add(c, "HeadLink", Element("link", args, c)));
        Tag("meta", (args, w, e, c) => Add(c, "Meta", Element("meta", args, c)));
        Tag("style", (args, w, e, c) => Add(c, "Stylesheet", PageResources.Style(Url(args.Text(-1, "src"), c))));
        Tag("script", (args, w, e, c) =>
            Add(c, args.Text(-1, "at").Equals("Head", StringComparison.OrdinalIgnoreCase) ? "HeadScript" : "FootScript", PageResources.Script(Url(args.Text(-1, "src"), c))));
        ShapeTag("shape_type", (shape, value) => shape.Metadata.Type = value);
        ShapeTag("shape_display_type", (shape, value) => shape.Metadata.DisplayType = value);
        ShapeTag("shape_add_alternates", (shape, value) => shape.Metadata.Alternates.AddRange(Words(value)));
        ShapeTag("shape_add_classes", (shape, value) =>
        {
            foreach (var name in Words(value))
            {
                shape.Classes.Add(name);
            }
        });
        ShapeTag("shape_remove_item", (shape, value) => (shape as OrchardCore.DisplayManagement.Shapes.Shape)?.Remove(value));
        RegisterExpressionTag("shape_clear_alternates", async (expression, w, e, c) =>
        {
            if ((await expression.EvaluateAsync(c)).ToObjectValue() is IShape shape)
            {
                shape.Metadata.Alternates.Clear();
                shape.Metadata.ChildContent = null;
            }

            return Completion.Normal;
        });
    }

    private static void AddSegment(TagArguments args, TemplateContext c)
    {
        var segment = args.Value("segment", 0);
        if (segment.ToStringValue().Length > 0)
        {
            var position = args.Text(-1, "position");
            Service<IPageTitleBuilder>(c).AddSegment(Html(segment), position.Length > 0 ? position : "0");
        }
    }

    internal static IHtmlContent Html(FluidValue value) => value.ToObjectValue() as IHtmlContent
        ?? (value is StringValue { Encode: false } ? new HtmlString(value.ToStringValue()) : new HtmlContentBuilder().Append(value.ToStringValue()));

    internal static async Task<IShape> NewShapeAsync(TemplateContext c, string type, TagArguments args)
    {
        var shape = await Service<IShapeFactory>(c).CreateAsync(Pascal(type));
        foreach (var (name, value) in args.Named.Where(a => a.Key is not "type"))
        {
            shape.Properties[Pascal(name)] = value.ToObjectValue();
        }

        return shape;
    }

    internal static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    internal static T Service<T>(TemplateContext context)
        where T : notnull => ((LiquidTemplateContext)context).Services.GetRequiredService<T>();

    internal static string Url(string path, TemplateContext c) =>
        Urls.Resolve(path, Service<IHttpContextAccessor>(c).HttpContext);

    internal static async ValueTask<Completion> RenderAsync(IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        foreach (var statement in statements)
        {
            var completion = await statement.WriteToAsync(writer, encoder, context);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    private static IShape Zone(TemplateContext c, string name) => Service<LayoutAccessor>(c).Layout.Zones[name];

    private static async ValueTask<Completion> WriteAsync(TextWriter writer, TextEncoder _, IShape shape, TemplateContext c)
    {
        (await Service<IDisplayHelper>(c).ShapeExecuteAsync(shape)).WriteTo(writer, PageEncoder.Html);
        return Completion.Normal;
    }

    private static Task Add(TemplateContext c, string place, IHtmlContent html)
    {
        Service<PageResources>(c).Add(place, html);
        return Task.CompletedTask;
    }

    private static TagBuilder Element(string name, TagArguments args, TemplateContext c)
    {
        var tag = new TagBuilder(name) { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (key, value) in args.Named)
        {
            var text = value.ToStringValue();
            tag.Attributes[key is "src" ? "href" : key.Replace('_', '-')] = key is "src" or "href" ? Url(text, c) : text;
        }

        return tag;
    }

    private static async Task<string> HrefAsync(TagArguments args, TemplateContext c)
    {
        var http = Service<IHttpContextAccessor>(c).HttpContext!;
        foreach (var kind in new[] { "display_for", "edit_for", "admin_for", "create_for", "remove_for" })
        {
            if (args.Value(kind).ToObjectValue() is ContentItem item)
            {
                return await Service<ContentUrls>(c).ForAsync(item, kind) ?? "";
            }
        }

        if (args.Text(-1, "action") is { Length: > 0 } action)
        {
            var values = new RouteValueDictionary { ["area"] = args.Text(-1, "area") };
            foreach (var (name, value) in args.Named.Where(a => a.Key.StartsWith("route_", StringComparison.Ordinal)))
            {
                values[name["route_".Length..]] = value.ToStringValue();
            }

            return Service<LinkGenerator>(c).GetPathByAction(http, action, args.Text(-1, "controller"), values) ?? "";
        }

        return Url(args.Text(-1, "href"), c);
    }

    private static string[] Words(string value) => value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private void Tag(string name, Func<TagArguments, TextWriter, TextEncoder, TemplateContext, Task> render) =>
        RegisterParserTag(name, ArgumentsList, async (list, writer, encoder, context) =>
        {
            await render(await TagArguments.ReadAsync(list, context), writer, encoder, context);
            return Completion.Normal;
        });

    /// <summary>A tag on a shape with one value: <c>shape_type Model "X"</c>.</summary>
    private void ShapeTag(string name, Action<IShape, string> change) =>
        RegisterParserTag(name, Primary.And(FilterExpression), async (pair, _, _, context) =>
        {
            if ((await pair.Item1.EvaluateAsync(context)).ToObjectValue() is IShape shape)
            {
                change(shape, (await pair.Item2.EvaluateAsync(context)).ToStringValue());
                shape.Metadata.ChildContent = null;
            }

            return Completion.Normal;
        });

    /// <summary>A first value that may have filters, then the usual arguments.</summary>
    private Parser<IReadOnlyList<FilterArgument>> FilteredArguments() =>
        FilterExpression.And(Parsers.ZeroOrOne(Parsers.Terms.Char(',').SkipAnd(ArgumentsList)))
            .Then<IReadOnlyList<FilterArgument>>(pair => [new FilterArgument(null, pair.Item1), .. pair.Item2 ?? []]);
}

/// <summary>The evaluated arguments of a tag.</summary>
internal sealed class TagArguments
{
    private readonly List<FluidValue> _positional = [];

    public Dictionary<string, FluidValue> Named { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static async ValueTask<TagArguments> ReadAsync(IReadOnlyList<FilterArgument> list, TemplateContext context)
    {
        var arguments = new TagArguments();
        foreach (var argument in list)
        {
            var value = await argument.Expression.EvaluateAsync(context);
            if (argument.Name is null)
            {
                arguments._positional.Add(value);
            }
            else
            {
                arguments.Named[argument.Name] = value;
            }
        }

        return arguments;
    }

    public FluidValue Value(string name, int position = -1) =>
        Named.TryGetValue(name, out var named) ? named
        : position >= 0 && position < _positional.Count ? _positional[position]
        : NilValue.Instance;

    public string Text(int position, string name) => Value(name, position).ToStringValue();

    public bool Flag(string name, bool missing) => Named.TryGetValue(name, out var value) ? value.ToBooleanValue() : missing;
}
