using InstituteCms.Editors;
using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.ForumReports;

/// <summary>The form of a forum report.</summary>
public class ForumReportPartViewModel
{
    public string? EventId { get; set; }

    public Chair Chair { get; set; } = new();

    public int? Attendance { get; set; }

    /// <summary>One on each line.</summary>
    public string? Authors { get; set; }

    public string? Summary { get; set; }

    public string? Body { get; set; }

    public List<ReportPhoto> Photos { get; set; } = [];

    public List<RowTools> PhotoTools { get; set; } = [];

    public string? Acknowledgement { get; set; }

    public string? Citation { get; set; }

    /// <summary>Events to choose from: id and title.</summary>
    [BindNever]
    public IReadOnlyList<KeyValuePair<string, string>> KnownEvents { get; set; } = [];

    /// <summary>How the report will be cited, and how long it is.</summary>
    [BindNever]
    public ReportReviewed? Reviewed { get; set; }
}
