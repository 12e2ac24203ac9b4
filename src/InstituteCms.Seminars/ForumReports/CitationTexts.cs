using System.Globalization;
using InstituteCms.Events;
using Microsoft.Extensions.Localization;

namespace InstituteCms.ForumReports;

/// <summary>Says how to cite a report.</summary>
public sealed class CitationTexts
{
    private readonly IStringLocalizer S;
    private readonly EventTexts _texts;
    private readonly SiteAddress _site;

    public CitationTexts(IStringLocalizer<CitationTexts> localizer, EventTexts texts, SiteAddress site)
    {
        S = localizer;
        _texts = texts;
        _site = site;
    }

    /// <summary>The citation that the editor gave, or one made from the facts.</summary>
    /// <param name="report">The report.</param>
    /// <param name="publisher">Name of the site; stands in for authors that are not named.</param>
    public string For(ForumReportViewModel report, string publisher)
    {
        if (!string.IsNullOrWhiteSpace(report.Part.Citation))
        {
            return report.Part.Citation;
        }

        var authors = report.Part.Authors.Count == 0 ? publisher : string.Join(", ", report.Part.Authors);
        var year = (report.Item.PublishedUtc ?? report.Item.CreatedUtc)?.Year.ToString(CultureInfo.InvariantCulture) ?? S["in preparation"].Value;
        var address = _site.Absolute(ContentAddress.AddressOf(report.Item));
        return report.Event is { } held
            ? S["{0} ({1}). {2}. Report of the event held on {3}. {4}. {5}", authors, year, report.Item.DisplayText, Day(held), publisher, address]
            : S["{0} ({1}). {2}. {3}. {4}", authors, year, report.Item.DisplayText, publisher, address];
    }

    private string Day(EventDetails held) => held.Part.StartLocal() is { } start ? EventTexts.ShortDay(start) : _texts.Day(held.Part);
}
