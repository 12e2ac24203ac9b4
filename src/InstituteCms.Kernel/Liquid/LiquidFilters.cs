using System.Globalization;
using System.Security.Claims;
using Fluid;
using Fluid.Values;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Liquid;
using OrchardCore.Modules.Services;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Liquid;

/// <summary>Orchard Core's filters, those that a theme uses.</summary>
internal sealed class LiquidFilters : IConfigureOptions<TemplateOptions>
{
    public void Configure(TemplateOptions options)
    {
        Add("t", (input, args, c) =>
        {
            var localizer = Service<IStringLocalizerFactory>(c).Create(ViewLocalizer.ContextOf(((LiquidTemplateContext)c).ViewPath), "");
            var values = Enumerable.Range(0, args.Count).Select(i => args.At(i).ToObjectValue()).ToArray();
            return Text(values.Length == 0 ? localizer[input.ToStringValue()] : localizer[input.ToStringValue(), values]);
        });
        Add("local", (input, args, c) => input.TryGetDateTimeInput(c, out var time) ? new DateTimeValue(TimeZoneInfo.ConvertTime(time, c.TimeZone)) : input);
        Add("utc", (input, args, c) => input.TryGetDateTimeInput(c, out var time) ? new DateTimeValue(time.ToUniversalTime()) : input);
        Add("slugify", (input, args, c) => Text(Service<ISlugService>(c).Slugify(input.ToStringValue())));
        Add("html_class", (input, args, c) => Text(HtmlClass(input.ToStringValue())));
        Add("href", (input, args, c) => Text(LiquidViewParser.Url(input.ToStringValue(), c)));
        Add("absolute_url", (input, args, c) => Text(AbsoluteUrl(input.ToStringValue(), c)));
        Add("append_version", (input, args, c) => Text(Service<IHttpContextAccessor>(c).HttpContext is { } http
            ? Service<IFileVersionProvider>(c).AddFileVersionToPath(http.Request.PathBase, input.ToStringValue())
            : input.ToStringValue()));
        Add("sanitize_html", (input, args, c) => new StringValue(Service<IHtmlSanitizerService>(c).Sanitize(input.ToStringValue()), encode: false));
        Add("display_text", (input, args, c) => Text((input.ToObjectValue() as IContent)?.ContentItem.DisplayText));
        Add("content_item_id", (input, args, c) => Text((input.ToObjectValue() as IContent)?.ContentItem.ContentItemId));
        Add("is_in_role", (input, args, c) => BooleanValue.Create((input.ToObjectValue() as ClaimsPrincipal)?.IsInRole(args.At(0).ToStringValue()) == true));
        AddAsync("display_url", async (input, args, c) => Text(
            input.ToObjectValue() is IContent content ? await Service<ContentUrls>(c).ForAsync(content.ContentItem, "display_for") : ""));
        AddAsync("has_permission", async (input, args, c) => BooleanValue.Create(
            input.ToObjectValue() is ClaimsPrincipal user
            && await Service<IAuthorizationService>(c).AuthorizeAsync(user, new Permission(args.At(0).ToStringValue()), args.At(1).ToObjectValue())));
        AddAsync("shape_render", RenderAsync);
        AddAsync("shape_stringify", RenderAsync);
        AddAsync("shape_new", async (input, args, c) =>
        {
            var shape = await Service<IShapeFactory>(c).CreateAsync(input.ToStringValue());
            foreach (var name in args.Names)
            {
                shape.Properties[LiquidViewParser.Pascal(name)] = args[name].ToObjectValue();
            }

            return new ObjectValue(shape);
        });
        AddAsync("shape_build_display", async (input, args, c) => input.ToObjectValue() is IContent content
            ? new ObjectValue(await Service<IContentItemDisplayManager>(c).BuildDisplayAsync(
                content.ContentItem, Service<IUpdateModelAccessor>(c).ModelUpdater, args.At(0).ToStringValue()))
            : NilValue.Instance);

        void Add(string name, Func<FluidValue, FilterArguments, TemplateContext, FluidValue> filter) =>
            options.Filters.AddFilter(name, (input, args, context) => new(filter(input, args, context)));

        void AddAsync(string name, Func<FluidValue, FilterArguments, TemplateContext, Task<FluidValue>> filter) =>
            options.Filters.AddFilter(name, (input, args, context) => new(filter(input, args, context)));
    }

    private static async Task<FluidValue> RenderAsync(FluidValue input, FilterArguments args, TemplateContext c) =>
        input.ToObjectValue() is IShape shape
            ? new StringValue(LiquidOptionsSetup.ToText(await Service<IDisplayHelper>(c).ShapeExecuteAsync(shape)), encode: false)
            : input;

    private static StringValue Text(string? text) => new(text ?? "");

    private static T Service<T>(TemplateContext context)
        where T : notnull => LiquidViewParser.Service<T>(context);

    private static string AbsoluteUrl(string path, TemplateContext c)
    {
        var url = LiquidViewParser.Url(path, c);
        return url.StartsWith('/') && Service<IHttpContextAccessor>(c).HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{url}" : url;
    }

    private static string HtmlClass(string text) =>
        string.Join('-', text.ToLower(CultureInfo.InvariantCulture).Split(text.Where(ch => !char.IsLetterOrDigit(ch)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries));
}
