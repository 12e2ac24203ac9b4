using InstituteCms.Kernel.Liquid;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InstituteCms.Kernel.Display;

/// <summary>Links and scripts that views of this page asked for, each once, by the place where the layout prints them.</summary>
internal sealed class PageResources
{
    private readonly Dictionary<string, List<(string Html, IHtmlContent Content)>> _places = new(StringComparer.OrdinalIgnoreCase);

    public static TagBuilder Style(string url)
    {
        var tag = new TagBuilder("link") { TagRenderMode = TagRenderMode.SelfClosing };
        tag.Attributes["rel"] = "stylesheet";
        tag.Attributes["href"] = url;
        return tag;
    }

    public static TagBuilder Script(string url)
    {
        var tag = new TagBuilder("script");
        tag.Attributes["src"] = url;
        return tag;
    }

    /// <param name="place">Meta, HeadLink, Stylesheet, HeadScript or FootScript.</param>
    public void Add(string place, IHtmlContent content)
    {
        var html = LiquidOptionsSetup.ToText(content);
        var list = _places.TryGetValue(place, out var known) ? known : _places[place] = [];
        if (list.TrueForAll(r => r.Html != html))
        {
            list.Add((html, content));
        }
    }

    /// <param name="type">A place, or Header for all of the head's, or Footer.</param>
    public IHtmlContent Render(string type)
    {
        string[] places = type.ToLowerInvariant() switch
        {
            "header" => ["Meta", "HeadLink", "Stylesheet", "HeadScript"],
            "footer" => ["FootScript"],
            _ => [type],
        };
        var html = new HtmlContentBuilder();
        foreach (var place in places)
        {
            foreach (var (_, content) in _places.GetValueOrDefault(place) ?? [])
            {
                html.AppendHtml(content).AppendHtml("\n");
            }
        }

        return html;
    }
}

internal static class Urls
{
    /// <summary><c>~/x</c> under the tenant's prefix; anything else as it is.</summary>
    public static string Resolve(string? path, HttpContext? http) =>
        path is null ? "" : path.StartsWith("~/", StringComparison.Ordinal) ? http?.Request.PathBase.Value + path[1..] : path;
}
