using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.PublishLater.Indexes;
using OrchardCore.PublishLater.Models;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Content.Scheduling;

/// <summary>Drafts that are published by themselves.</summary>
[Feature("OrchardCore.PublishLater")]
public sealed class PublishLaterStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<PublishLaterPart>().AddHandler<PublishLaterPartHandler>();
        services.AddDataMigration<PublishLaterMigrations>();
        services.AddIndexProvider<PublishLaterPartIndexProvider>();
        services.AddSingleton<IBackgroundTask, PublishLaterTask>();
    }
}

/// <summary>A schedule is over once its item is published, and dropped with it; a copy has none. So no old version that is restored surprises anybody.</summary>
internal sealed class PublishLaterPartHandler : ContentPartHandler<PublishLaterPart>
{
    public override Task PublishingAsync(PublishContentContext context, PublishLaterPart part) => ClearAsync(part);

    public override Task RemovingAsync(RemoveContentContext context, PublishLaterPart part) => ClearAsync(part);

    public override Task CloningAsync(CloneContentContext context, PublishLaterPart part)
    {
        context.CloneContentItem.Alter<PublishLaterPart>(copy => copy.ScheduledPublishUtc = null);
        return Task.CompletedTask;
    }

    private static Task ClearAsync(PublishLaterPart part)
    {
        part.ScheduledPublishUtc = null;
        part.Apply();
        return Task.CompletedTask;
    }
}

internal sealed class PublishLaterPartIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<PublishLaterPartIndex>()
        .When(item => item is { Latest: true, Published: false } && item.Has<PublishLaterPart>())
        .Map(item => item.TryGet<PublishLaterPart>(out var part) && part.ScheduledPublishUtc is not null
            ? new PublishLaterPartIndex
            {
                ContentItemId = item.ContentItemId, ScheduledPublishDateTimeUtc = part.ScheduledPublishUtc, Published = item.Published, Latest = item.Latest,
            }
            : null!);
}

internal sealed class PublishLaterMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(PublishLaterPart), part => part
            .Attachable()
            .WithDescription("Publishes a draft at a set time."));

        await SchemaBuilder.CreateMapIndexTableAsync<PublishLaterPartIndex>(table => table
            .Column<string>(nameof(PublishLaterPartIndex.ContentItemId), column => column.WithLength(26))
            .Column<DateTime>(nameof(PublishLaterPartIndex.ScheduledPublishDateTimeUtc))
            .Column<bool>(nameof(PublishLaterPartIndex.Published))
            .Column<bool>(nameof(PublishLaterPartIndex.Latest)));

        await SchemaBuilder.AlterIndexTableAsync<PublishLaterPartIndex>(table => table
            .CreateIndex("IDX_PublishLaterPartIndex_Due", nameof(PublishLaterPartIndex.ScheduledPublishDateTimeUtc), "DocumentId"));
        return 1;
    }
}

[BackgroundTask(
    Title = "Publishing at a set time",
    Description = "Publishes drafts whose time has come.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,      // milliseconds
    LockExpiration = 60_000)] // milliseconds
internal sealed partial class PublishLaterTask(ILogger<PublishLaterTask> logger) : IBackgroundTask
{
    private readonly ILogger _logger = logger;

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var contents = serviceProvider.GetRequiredService<IContentManager>();
        var nowUtc = serviceProvider.GetRequiredService<IClock>().UtcNow;
        var due = await serviceProvider.GetRequiredService<ISession>()
            .QueryIndex<PublishLaterPartIndex>(index => index.ScheduledPublishDateTimeUtc <= nowUtc)
            .ListAsync(cancellationToken);
        foreach (var item in await contents.GetAsync(due.Select(row => row.ContentItemId), VersionOptions.Draft))
        {
            var fit = (await contents.ValidateAsync(item)).Succeeded;
            item.Alter<PublishLaterPart>(part => part.ScheduledPublishUtc = null);
            if (fit && await contents.PublishAsync(item))
            {
                LogPublished(item.ContentItemId);
            }
            else
            {
                await contents.SaveDraftAsync(item);
                LogRefused(item.ContentItemId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {ContentItemId}, as it was scheduled.")]
    private partial void LogPublished(string contentItemId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ContentItemId} was to be published now, but is not valid: it stays a draft.")]
    private partial void LogRefused(string contentItemId);
}
