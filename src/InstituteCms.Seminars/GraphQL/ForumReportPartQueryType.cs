using GraphQL.Types;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement.GraphQL.Queries.Types;

namespace InstituteCms.GraphQL;

/// <summary>The published account of one event.</summary>
public sealed class ForumReportPartQueryType : ObjectGraphType<ForumReportPart>
{
    public ForumReportPartQueryType()
    {
        Name = nameof(ForumReportPart);
        Description = "The published account of one event.";
        Field<ContentItemInterface>("event").Description("The event.").Resolve(context => Batches.Item(context, context.Source.EventId));
        Field<ChairQueryType>("chair").Description("Who chaired it.").Resolve(context => context.Source.Chair);
        Field(part => part.Attendance, nullable: true).Description("How many people came; nothing where nobody counted.");
        Field<ListGraphType<NonNullGraphType<StringGraphType>>>("authors").Description("Who wrote it.").Resolve(context => context.Source.Authors);
        Field(part => part.Summary, nullable: true).Description("Plain text.");
        Field(part => part.Body, nullable: true).Description("HTML.");
        Field<ListGraphType<NonNullGraphType<ReportPhotoQueryType>>>("photos").Description("Pictures of the event.").Resolve(context => context.Source.Photos);
        Field(part => part.Acknowledgement, nullable: true).Description("Who made the event possible.");
        Field(part => part.Citation, nullable: true).Description("How to cite it, where the editors say so.");
    }
}

/// <summary>A picture of an event.</summary>
public sealed class ReportPhotoQueryType : ObjectGraphType<ReportPhoto>
{
    public ReportPhotoQueryType()
    {
        Name = nameof(ReportPhoto);
        Description = "A picture of the event with its caption.";
        Field(photo => photo.Path, nullable: true).Description("Path in the media library, or an address.");
        Field(photo => photo.AltText, nullable: true).Description("What it shows, for those who do not see it.");
        Field(photo => photo.Caption, nullable: true).Description("The caption.");
    }
}
