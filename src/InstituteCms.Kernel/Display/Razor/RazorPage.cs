#nullable disable
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Settings;

namespace OrchardCore
{
    /// <summary>What helpers for views extend.</summary>
    public interface IOrchardHelper
    {
        /// <summary>The request.</summary>
        HttpContext HttpContext { get; }
    }
}

namespace OrchardCore.DisplayManagement.Razor
{
    /// <summary>What helpers for views extend.</summary>
    public interface IOrchardDisplayHelper : IOrchardHelper
    {
        /// <summary>Renders shapes.</summary>
        IDisplayHelper DisplayHelper { get; }
    }

    /// <summary>Base of every view.</summary>
    public abstract class RazorPage<TModel> : Microsoft.AspNetCore.Mvc.Razor.RazorPage<TModel>
    {
        private IViewLocalizer _localizer;
        private IZoneHolding _themeLayout;
        private ISite _site;

        /// <summary>Makes shapes.</summary>
        public IShapeFactory Factory => Service<IShapeFactory>();

        /// <summary>Helpers.</summary>
        public IOrchardDisplayHelper Orchard => Service<IOrchardDisplayHelper>();

        /// <summary>Translates for this view.</summary>
        public IViewLocalizer T
        {
            get
            {
                if (_localizer is null)
                {
                    _localizer = Service<IViewLocalizer>();
                    (_localizer as IViewContextAware)?.Contextualize(ViewContext);
                }

                return _localizer;
            }
        }

        /// <summary>The page's title.</summary>
        public IPageTitleBuilder Title => Service<IPageTitleBuilder>();

        /// <summary>The site's settings.</summary>
        public ISite Site => _site ??= Context.RequestServices.GetRequiredService<SiteSnapshot>().Site;

        /// <summary>The layout of the page.</summary>
        public IZoneHolding ThemeLayout
        {
            get => _themeLayout ??= Context.RequestServices.GetRequiredService<LayoutAccessor>().Layout;
            set => _themeLayout = value;
        }

        /// <summary>Type or alternate of the layout: <c>Layout__Wide</c>.</summary>
        public string ViewLayout
        {
            get => ThemeLayout.Metadata.Alternates.Count > 0 ? ThemeLayout.Metadata.Alternates.Last : ThemeLayout.Metadata.Type;
            set => ThemeLayout.Metadata.Alternates.Add(value);
        }

        /// <summary>Path and query of the request, with the tenant's prefix.</summary>
        public string FullRequestPath => Context.Request.PathBase + Context.Request.Path + Context.Request.QueryString;

        /// <summary>Renders a shape.</summary>
        public Task<IHtmlContent> DisplayAsync(dynamic shape)
        {
            object value = shape;
            return value switch
            {
                null => Task.FromResult<IHtmlContent>(HtmlString.Empty),
                IShape known => DisplayAsync(known),
                IHtmlContent html => Task.FromResult(html),
                _ => Task.FromResult<IHtmlContent>(new HtmlContentBuilder().Append(value.ToString())),
            };
        }

        /// <summary>Renders a shape.</summary>
        public Task<IHtmlContent> DisplayAsync(IShape shape) => Service<IDisplayHelper>().ShapeExecuteAsync(shape);

        /// <summary>Adds a segment to the page's title and answers the title's words.</summary>
        public IHtmlContent RenderTitleSegments(IHtmlContent segment, string position = "0", IHtmlContent separator = null)
        {
            Title.AddSegment(segment, position);
            return Title.GenerateTitle(separator);
        }

        /// <summary>Adds a segment to the page's title and answers the title's words.</summary>
        public IHtmlContent RenderTitleSegments(string segment, string position = "0", IHtmlContent separator = null) =>
            string.IsNullOrEmpty(segment) ? Title.GenerateTitle(separator) : RenderTitleSegments(new HtmlContentBuilder().Append(segment), position, separator);

        /// <summary>The body of a layout page that is no shape.</summary>
        public IHtmlContent RenderLayoutBody() => base.RenderBody();

        /// <summary>The layout's Content zone.</summary>
        public Task<IHtmlContent> RenderBodyAsync() => DisplayAsync(ThemeLayout.Zones["Content"]);

        /// <summary>A zone of the layout; an empty one that is required is an error.</summary>
        public new Task<IHtmlContent> RenderSectionAsync(string name, bool required)
        {
            var zone = ThemeLayout.Zones[name];
            return required && zone.Items.Count == 0
                ? throw new InvalidOperationException($"Nothing was put into the zone '{name}', which the layout requires.")
                : DisplayAsync(zone);
        }

        private TService Service<TService>() => Context.RequestServices.GetRequiredService<TService>();
    }

    /// <summary>Base of views without a typed model.</summary>
    public abstract class RazorPage : RazorPage<dynamic>
    {
    }
}

namespace OrchardCore.DisplayManagement.Title
{
    /// <summary>Collects the words of the page's title.</summary>
    public interface IPageTitleBuilder
    {
        /// <summary>Adds words; the position sorts them.</summary>
        void AddSegment(IHtmlContent segment, string position = "0");

        /// <summary>The title.</summary>
        IHtmlContent GenerateTitle(IHtmlContent separator);
    }
}

/// <summary>Facts of the request's culture for views.</summary>
public static class RazorHelperExtensions
{
    /// <summary>BCP 47 name of the culture.</summary>
    public static string CultureName(this OrchardCore.IOrchardHelper _) => System.Globalization.CultureInfo.CurrentUICulture.Name;

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public static string CultureDir(this OrchardCore.IOrchardHelper _) =>
        System.Globalization.CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
}

namespace InstituteCms.Kernel.Display
{
    internal sealed class OrchardDisplayHelper(IHttpContextAccessor http, IDisplayHelper display) : IOrchardDisplayHelper
    {
        public HttpContext HttpContext => http.HttpContext;

        public IDisplayHelper DisplayHelper => display;
    }

    internal sealed class PageTitleBuilder : IPageTitleBuilder
    {
        private readonly List<(string Position, IHtmlContent Words)> _segments = [];

        public void AddSegment(IHtmlContent segment, string position = "0") => _segments.Add((position, segment));

        public IHtmlContent GenerateTitle(IHtmlContent separator)
        {
            var title = new HtmlContentBuilder();
            var first = true;
            foreach (var (_, words) in _segments.OrderBy(s => s.Position, ShapePosition.Comparer))
            {
                if (!first)
                {
                    title.AppendHtml(separator ?? new HtmlString(" - "));
                }

                title.AppendHtml(words);
                first = false;
            }

            return title;
        }
    }
}
