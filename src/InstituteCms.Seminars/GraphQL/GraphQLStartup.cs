using InstituteCms.Events;
using InstituteCms.ForumReports;
using InstituteCms.Speakers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Apis;
using OrchardCore.ContentManagement.GraphQL;
using OrchardCore.ContentManagement.GraphQL.Queries;
using OrchardCore.Modules;

namespace InstituteCms.GraphQL;

/// <summary>What GraphQL shows of events, speakers and reports. Registrations and what they ask for are not among it.</summary>
[RequireFeatures("OrchardCore.Apis.GraphQL")]
public sealed class GraphQLStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddObjectGraphType<EventPart, EventPartQueryType>();
        services.AddObjectGraphType<EventSpeaker, EventSpeakerQueryType>();
        services.AddObjectGraphType<EventAvailability, EventAvailabilityQueryType>();
        services.AddObjectGraphType<Venue, VenueQueryType>();
        services.AddObjectGraphType<Organizer, OrganizerQueryType>();
        services.AddObjectGraphType<Chair, ChairQueryType>();
        services.AddObjectGraphType<TextLink, TextLinkQueryType>();
        services.AddInputObjectGraphType<EventPart, EventPartInputType>();
        services.AddWhereInputIndexPropertyProvider<EventPartIndex>();

        services.AddObjectGraphType<SpeakerPart, SpeakerPartQueryType>();
        services.AddObjectGraphType<Photo, PhotoQueryType>();

        services.AddObjectGraphType<ForumReportPart, ForumReportPartQueryType>();
        services.AddObjectGraphType<ReportPhoto, ReportPhotoQueryType>();
        services.AddInputObjectGraphType<ForumReportPart, ForumReportPartInputType>();
        services.AddWhereInputIndexPropertyProvider<ForumReportPartIndex>();

        services.AddTransient<IIndexAliasProvider, SeminarIndexAliases>();
    }
}
