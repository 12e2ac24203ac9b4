using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Media;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Deployment;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Deployment;

/// <summary>The definitions of types and parts. They are merged into those of the new site, whose foundation may know more about its own parts.</summary>
internal sealed class DefinitionsSource : DeploymentSourceBase<SiteStep>
{
    private readonly ISession _session;

    public DefinitionsSource(ISession session) => _session = session;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var record = await _session.Query<ContentDefinitionRecord>().FirstOrDefaultAsync() ?? new ContentDefinitionRecord();
        result.Steps.Add(new JsonObject
        {
            ["name"] = "ContentDefinition",
            ["ContentTypes"] = JsonSerializer.SerializeToNode(record.ContentTypeDefinitionRecords, ContentJson.Options),
            ["ContentParts"] = JsonSerializer.SerializeToNode(record.ContentPartDefinitionRecords, ContentJson.Options),
        });
    }
}

/// <summary>What is published, then the drafts. Older versions stay behind.</summary>
internal sealed class ContentSource : DeploymentSourceBase<SiteStep>
{
    private readonly ISession _session;

    public ContentSource(ISession session) => _session = session;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        var items = await _session.Query<ContentItem, ContentItemIndex>(item => item.Published || item.Latest).ListAsync();
        var data = items.OrderByDescending(item => item.Published).Select(item => (JsonNode?)ContentJson.ToObject(item));
        result.Steps.Add(new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. data]) });
    }
}

/// <summary>The media files, each at its own path.</summary>
internal sealed class MediaSource : DeploymentSourceBase<SiteStep>
{
    private readonly MediaFileStore _media;

    public MediaSource(MediaFileStore media) => _media = media;

    protected override async Task ProcessAsync(SiteStep step, DeploymentPlanResult result)
    {
        if (!step.IncludeMedia)
        {
            return;
        }

        var files = new JsonArray();
        foreach (var path in _media.List())
        {
            await using var stream = await _media.GetFileStreamAsync(path);
            await result.FileBuilder.SetFileAsync(path, stream);
            files.Add(new JsonObject { ["SourcePath"] = path, ["TargetPath"] = path });
        }

        result.Steps.Add(new JsonObject { ["name"] = "media", ["Files"] = files });
    }
}
