using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;
using ContentItem = OrchardCore.ContentManagement.ContentItem;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Recycling;

/// <summary>What lies in the recycle bin: a note beside an item of which no version is active.</summary>
public sealed class DeletedItem
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>The item.</summary>
    public string ContentItemId { get; set; } = string.Empty;

    /// <summary>Its newest version.</summary>
    public string VersionId { get; set; } = string.Empty;

    /// <summary>The version that was public; null for none.</summary>
    public string? PublishedVersionId { get; set; }

    /// <summary>What it was called.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>When it was deleted.</summary>
    public DateTime DeletedUtc { get; set; }

    /// <summary>By whom.</summary>
    public string DeletedBy { get; set; } = string.Empty;
}

internal sealed class DeletedItemIndex : MapIndex
{
    public string ContentItemId { get; set; } = string.Empty;

    public DateTime DeletedUtc { get; set; }
}

internal sealed class DeletedItemIndexProvider : IndexProvider<DeletedItem>
{
    public override void Describe(DescribeContext<DeletedItem> context) =>
        context.For<DeletedItemIndex>().Map(item => new() { ContentItemId = item.ContentItemId, DeletedUtc = item.DeletedUtc });
}

internal sealed class DeletedItemMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DeletedItemIndex>(table => table
            .Column<string>(nameof(DeletedItemIndex.ContentItemId), column => column.WithLength(26))
            .Column<DateTime>(nameof(DeletedItemIndex.DeletedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<DeletedItemIndex>(table => table
            .CreateIndex("IDX_DeletedItemIndex_DeletedUtc", nameof(DeletedItemIndex.DeletedUtc), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<DeletedItemIndex>(table => table
            .CreateIndex("IDX_DeletedItemIndex_Item", nameof(DeletedItemIndex.ContentItemId), "DocumentId"));
        return 1;
    }
}

/// <summary>Puts what is deleted into the bin, in the same transaction.</summary>
internal sealed class RecycleBinHandler : ContentHandlerBase
{
    private readonly ISession _session;
    private readonly IClock _clock;
    private readonly IHttpContextAccessor _http;
    private readonly Dictionary<ContentItem, string?> _published = [];

    public RecycleBinHandler(ISession session, IClock clock, IHttpContextAccessor http) => (_session, _clock, _http) = (session, clock, http);

    public override async Task RemovingAsync(RemoveContentContext context)
    {
        var id = context.ContentItem.ContentItemId;
        var published = await _session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == id && index.Published).FirstOrDefaultAsync();
        _published[context.ContentItem] = published?.ContentItemVersionId;
    }

    public override async Task RemovedAsync(RemoveContentContext context)
    {
        if (context.NoActiveVersionLeft)
        {
            await _session.SaveAsync(new DeletedItem
            {
                ContentItemId = context.ContentItem.ContentItemId,
                VersionId = context.ContentItem.ContentItemVersionId,
                PublishedVersionId = _published.GetValueOrDefault(context.ContentItem),
                Name = context.ContentItem.ToString(),
                DeletedUtc = _clock.UtcNow,
                DeletedBy = _http.HttpContext?.User.Identity?.Name ?? string.Empty,
            });
        }
    }
}

/// <summary>Who may delete for good: administrators, unless a role is given it. Whoever may delete an item may also bring it back.</summary>
public sealed class BinPermissions : IPermissionProvider
{
    /// <summary>To delete for good.</summary>
    public static readonly Permission DeleteForGood = new("DeleteContentForGood", "Delete content for good");

    /// <inheritdoc />
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([DeleteForGood]);

    /// <inheritdoc />
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
