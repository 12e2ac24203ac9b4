using InstituteCms.Archiving;
using InstituteCms.Branding;
using InstituteCms.Dashboard;
using InstituteCms.Editors;
using InstituteCms.Events;
using InstituteCms.Feeds;
using InstituteCms.ForumReports;
using InstituteCms.Previews;
using InstituteCms.Registrations;
using InstituteCms.Repeating;
using InstituteCms.Scheduling;
using InstituteCms.Speakers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Contents.Services;
using OrchardCore.Contents.ViewModels;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace InstituteCms;

/// <summary>Events, speakers, reports and the pages and feeds that show them.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<EventPart>().UseDisplayDriver<EventPartDisplayDriver>().AddHandler<EventPartHandler>();
        services.AddDataMigration<EventMigrations>();
        services.AddIndexProvider<EventIndexProvider>();
        services.AddScoped<EventFinder>();
        services.AddScoped<IContentsAdminListFilter, EventListFilter>();
        services.AddDisplayDriver<ContentOptionsViewModel, EventListFilterDisplayDriver>();
        services.AddScoped<EventListChoices>();
        services.AddScoped<EventReader>();
        services.AddScoped<AvailabilityReader>();
        services.AddScoped<AvailabilityTexts>();
        services.AddScoped<EventTexts>();

        services.AddContentPart<SpeakerPart>().UseDisplayDriver<SpeakerPartDisplayDriver>().AddHandler<SpeakerPartHandler>();
        services.AddDataMigration<SpeakerMigrations>();
        services.AddIndexProvider<SpeakerIndexProvider>();
        services.AddScoped<SpeakerFinder>();

        services.AddContentPart<ForumReportPart>().UseDisplayDriver<ForumReportPartDisplayDriver>().AddHandler<ForumReportPartHandler>();
        services.AddDataMigration<ForumReportMigrations>();
        services.AddIndexProvider<ForumReportIndexProvider>();
        services.AddScoped<ReportFinder>();
        services.AddScoped<ReportReader>();
        services.AddScoped<CitationTexts>();

        services.AddScoped<DashboardAccess>();
        services.AddDisplayDriver<SeminarDashboard, EventsDashboardDriver>();
        services.AddDisplayDriver<SeminarDashboard, ContentDashboardDriver>();

        services.AddScoped<SpeakerLinks>();
        services.AddScoped<EventMemory>();
        services.AddScoped<EventReview>();
        services.AddScoped<SeatsChangeTexts>();
        services.AddSingleton<LinkChecker>();
        services.AddScoped<ReportReview>();
        services.AddScoped<IContentDisplayDriver, ReportStart>();
        services.AddScoped<IContentDisplayHandler, EditorChecks>();
        services.AddScoped<IContentHandler, TitleLength>();
        services.AddDataMigration<ScheduleMigrations>();

        services.AddScoped<PreviewBuilder>();
        services.AddScoped<PreviewLinks>();
        services.AddIndexProvider<PreviewLinkIndexProvider>();
        services.AddDataMigration<PreviewMigrations>();
        services.AddScoped<IContentDisplayDriver, PreviewButtonsDriver>();
        services.AddScoped<PreviewRequest>();
        services.AddScoped<IContentDisplayHandler>(provider => provider.GetRequiredService<PreviewRequest>());
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<PreviewAfterSaving>());

        services.AddScoped<Archive>();
        services.AddIndexProvider<ArchiveEntryIndexProvider>();
        services.AddDataMigration<ArchiveMigrations>();
        services.AddScoped<IContentsAdminListFilter, ArchiveListFilter>();
        services.AddDisplayDriver<ContentOptionsViewModel, ArchiveListDisplayDriver>();
        services.AddScoped<IContentDisplayDriver, ArchiveDriver>();

        services.AddScoped<EventRepeater>();
        services.AddScoped<IContentDisplayDriver, RepeatButtonsDriver>();
        services.AddScoped<IContentDisplayDriver, ReportButtonDriver>();

        services.AddScoped<SiteAddress>();
        services.AddScoped<EventCalendar>();
        services.AddScoped<NewsReader>();
        services.AddScoped<EmbeddedEvents>();
        services.AddNavigationProvider<AdminMenu>();

        services.AddPermissionProvider<SitePermissions>();
        services.AddNavigationProvider<BrandingAdminMenu>();
    }
}
