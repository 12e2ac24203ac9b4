using AngleSharp.Dom;
using Ganss.Xss;
using OrchardCore.Infrastructure.Html;

namespace InstituteCms.Kernel.Text;

/// <summary>Lets through what an article is made of: no scripts, forms, frames or classes, and of styles only those of text.</summary>
internal sealed class HtmlSanitizerService : IHtmlSanitizerService
{
    private const string Tags =
        "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer " +
        "h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub summary sup " +
        "table tbody td tfoot th thead time tr u ul var wbr";

    private const string Attributes =
        "alt cite colspan datetime dir headers height href id lang loading open rel reversed rowspan scope span src start style target title value width";

    private const string Styles = "font-style font-weight text-align text-decoration vertical-align";

    private readonly HtmlSanitizer _sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Set(Tags),
        AllowedAttributes = Set(Attributes),
        AllowedCssProperties = Set(Styles),
        AllowedSchemes = Set("http https mailto tel"),
        UriAttributes = Set("href src cite"),
    });

    public HtmlSanitizerService() => _sanitizer.PostProcessNode += (_, e) =>
    {
        if (e.Node is IElement element && element.HasAttribute("target"))
        {
            KeepOpenerSafe(element);
        }
    };

    public string Sanitize(string html) => string.IsNullOrEmpty(html) ? html : _sanitizer.Sanitize(html);

    private static void KeepOpenerSafe(IElement element)
    {
        if (element.LocalName == "a" && element.GetAttribute("target") == "_blank")
        {
            element.SetAttribute("rel", "noopener");
        }
        else
        {
            element.RemoveAttribute("target");
        }
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
