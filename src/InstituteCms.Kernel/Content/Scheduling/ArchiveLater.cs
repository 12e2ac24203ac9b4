using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ArchiveLater.Indexes;
using OrchardCore.ArchiveLater.Models;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Content.Scheduling;

/// <summary>Items that are taken back from the public by themselves.</summary>
[Feature("OrchardCore.ArchiveLater")]
public sealed class ArchiveLaterStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<ArchiveLaterPart>().AddHandler<ArchiveLaterPartHandler>();
        services.AddDataMigration<ArchiveLaterMigrations>();
        services.AddIndexProvider<ArchiveLaterPartIndexProvider>();
        services.AddSingleton<IBackgroundTask, ArchiveLaterTask>();
    }
}

/// <summary>
/// What an editor sets holds at once for what is public, with the draft's text still unpublished. It is over once the item is no longer public, and a
/// copy has none.
/// </summary>
internal sealed class ArchiveLaterPartHandler(ISession session) : ContentPartHandler<ArchiveLaterPart>
{
    public override async Task UpdatedAsync(UpdateContentContext context, ArchiveLaterPart part)
    {
        var draft = context.ContentItem;
        if (draft is { Latest: true, Published: false })
        {
            var published = await session
                .Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == draft.ContentItemId && index.Published)
                .FirstOrDefaultAsync();
            await SetAsync(published, part.ScheduledArchiveUtc);
        }
    }

    public override async Task UnpublishingAsync(PublishContentContext context, ArchiveLaterPart part)
    {
        await SetAsync(context.ContentItem, null);
        await SetAsync(context.PreviousItem, null);
    }

    public override Task CloningAsync(CloneContentContext context, ArchiveLaterPart part)
    {
        context.CloneContentItem.Alter<ArchiveLaterPart>(copy => copy.ScheduledArchiveUtc = null);
        return Task.CompletedTask;
    }

    private async Task SetAsync(ContentItem? version, DateTime? scheduledUtc)
    {
        if (version is not null && version.GetOrCreate<ArchiveLaterPart>().ScheduledArchiveUtc != scheduledUtc)
        {
            version.Alter<ArchiveLaterPart>(part => part.ScheduledArchiveUtc = scheduledUtc);
            await session.SaveAsync(version);
        }
    }
}

internal sealed class ArchiveLaterPartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ArchiveLaterPartIndex>()
        .When(item => item.Published && item.Has<ArchiveLaterPart>())
        .Map(item => item.TryGet<ArchiveLaterPart>(out var part) && part.ScheduledArchiveUtc is not null
            ? new ArchiveLaterPartIndex
            {
                ContentItemId = item.ContentItemId, ScheduledArchiveDateTimeUtc = part.ScheduledArchiveUtc, Published = item.Published, Latest = item.Latest,
            }
            : null!);
}

internal sealed class ArchiveLaterMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(ArchiveLaterPart), part => part
            .Attachable()
            .WithDescription("Takes an item back from the public at a set time."));

        await SchemaBuilder.CreateMapIndexTableAsync<ArchiveLaterPartIndex>(table => table
            .Column<string>(nameof(ArchiveLaterPartIndex.ContentItemId), column => column.WithLength(26))
            .Column<DateTime>(nameof(ArchiveLaterPartIndex.ScheduledArchiveDateTimeUtc))
            .Column<bool>(nameof(ArchiveLaterPartIndex.Published))
            .Column<bool>(nameof(ArchiveLaterPartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<ArchiveLaterPartIndex>(table => table
            .CreateIndex("IDX_ArchiveLaterPartIndex_Due", nameof(ArchiveLaterPartIndex.ScheduledArchiveDateTimeUtc), "DocumentId"));
        return 1;
    }
}

[BackgroundTask(
    Title = "Taking off the site at a set time",
    Description = "Takes items back from the public whose time has come.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,      // milliseconds
    LockExpiration = 60_000)] // milliseconds
internal sealed partial class ArchiveLaterTask(ILogger<ArchiveLaterTask> logger) : IBackgroundTask
{
    private readonly ILogger _logger = logger;

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var contents = serviceProvider.GetRequiredService<IContentManager>();
        var nowUtc = serviceProvider.GetRequiredService<IClock>().UtcNow;
        var due = await serviceProvider.GetRequiredService<ISession>()
            .QueryIndex<ArchiveLaterPartIndex>(index => index.ScheduledArchiveDateTimeUtc <= nowUtc)
            .ListAsync(cancellationToken);
        foreach (var item in await contents.GetAsync(due.Select(row => row.ContentItemId), VersionOptions.Latest))
        {
            if (await contents.UnpublishAsync(item))
            {
                LogUnpublished(item.ContentItemId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {ContentItemId} back from the public, as it was scheduled.")]
    private partial void LogUnpublished(string contentItemId);
}
