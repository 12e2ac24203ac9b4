using InstituteCms.Editors;

namespace InstituteCms.ForumReports;

/// <summary>Carries a report to its form and back.</summary>
public static class ForumReportPartForm
{
    public static void FromPart(ForumReportPartViewModel model, ForumReportPart part)
    {
        model.EventId = part.EventId;
        model.Chair = part.Chair;
        model.Attendance = part.Attendance;
        model.Authors = string.Join('\n', part.Authors);
        model.Summary = part.Summary;
        model.Body = part.Body;
        model.Photos = [.. part.Photos];
        model.Acknowledgement = part.Acknowledgement;
        model.Citation = part.Citation;
    }

    public static void ToPart(ForumReportPartViewModel model, ForumReportPart part)
    {
        part.EventId = model.EventId;
        part.Chair = model.Chair;
        part.Attendance = model.Attendance;
        part.Authors = [.. (model.Authors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        part.Summary = model.Summary;
        part.Body = model.Body;
        part.Photos = [.. EditorRows.Arrange(model.Photos, model.PhotoTools).Select(row => row.Row).Where(photo => !photo.IsEmpty)];
        part.Acknowledgement = model.Acknowledgement;
        part.Citation = model.Citation;
    }
}
