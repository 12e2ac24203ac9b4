using System.Net;
using InstituteCms.Events;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Feeds;

/// <summary>Writes events as small pieces of HTML for other sites' pages: plain, without script and without a request that follows the reader.</summary>
public sealed class EmbeddedEvents
{
    private readonly EventTexts _texts;
    private readonly AvailabilityTexts _availability;
    private readonly SiteAddress _site;
    private readonly IStringLocalizer S;

    public EmbeddedEvents(EventTexts texts, AvailabilityTexts availability, SiteAddress site, IStringLocalizer<EmbeddedEvents> localizer) =>
        (_texts, _availability, _site, S) = (texts, availability, site, localizer);

    /// <summary>A page of its own, to stand in a frame.</summary>
    public string Page(string language, IEnumerable<EventDetails> events)
    {
        var entries = string.Concat(events.Select(details => $"<li>{Lines(details)}</li>"));
        var list = entries.Length > 0 ? $"<ul>{entries}</ul>" : $"<p>{Text(S["No events are announced at the moment."])}</p>";
        return $$"""
            <!DOCTYPE html>
            <html lang="{{Text(language)}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{{Text(S["Next events"])}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            ul { list-style: none; margin: 0; padding: 0; }
            li { padding: .75rem 0; border-block-end: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
            a { font-weight: 600; }
            p { margin: .15rem 0; }
            </style>
            </head>
            <body>
            {{list}}
            <p><a href="{{Text(_site.Absolute("~/events"))}}" target="_top">{{Text(S["All events"])}}</a></p>
            </body>
            </html>
            """;
    }

    /// <summary>One event as a quotation, to stand in a text.</summary>
    public string Quotation(EventDetails details) => $"<blockquote>{Lines(details)}</blockquote>";

    private string Lines(EventDetails details)
    {
        var place = _texts.Place(details.Part);
        return $"<p><a href=\"{Text(_site.Absolute(details.Address))}\" target=\"_top\">{Text(details.Title)}</a></p>"
            + $"<p>{Text(_texts.When(details.Part))}{(place.Length > 0 ? " · " + Text(place) : "")}</p>"
            + $"<p>{Text(_availability.For(details).Sentence)}</p>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
