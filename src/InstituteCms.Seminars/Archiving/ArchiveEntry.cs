using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Archiving;

/// <summary>
/// Whether an item is in the archive. It stands beside the item, so that neither its versions nor the page visitors see know of it.
/// </summary>
public sealed class ArchiveEntry
{
    public long Id { get; set; }

    public string ContentItemId { get; set; } = "";

    public bool Archived { get; set; }

    /// <summary>Name of who changed it last.</summary>
    public string ChangedBy { get; set; } = "";

    public DateTime ChangedUtc { get; set; }

    /// <summary>Those changed at once share it, to be undone at once; <see langword="null"/> when they were.</summary>
    public string? Batch { get; set; }
}

/// <summary>Finds entries by item, and those of a batch.</summary>
public sealed class ArchiveEntryIndex : MapIndex
{
    public string ContentItemId { get; set; } = "";

    public bool Archived { get; set; }

    public string? Batch { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class ArchiveEntryIndexProvider : IndexProvider<ArchiveEntry>
{
    public override void Describe(DescribeContext<ArchiveEntry> context) => context.For<ArchiveEntryIndex>().Map(entry => new ArchiveEntryIndex
    {
        ContentItemId = entry.ContentItemId,
        Archived = entry.Archived,
        Batch = entry.Batch,
    });
}

/// <summary>The table entries are found by.</summary>
public sealed class ArchiveMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ArchiveEntryIndex>(table => table
            .Column<string>(nameof(ArchiveEntryIndex.ContentItemId), column => column.WithLength(26))
            .Column<bool>(nameof(ArchiveEntryIndex.Archived))
            .Column<string>(nameof(ArchiveEntryIndex.Batch), column => column.WithLength(32)));

        await SchemaBuilder.AlterIndexTableAsync<ArchiveEntryIndex>(table =>
        {
            table.CreateIndex("IDX_ArchiveEntryIndex_Item", nameof(ArchiveEntryIndex.ContentItemId), nameof(ArchiveEntryIndex.Archived));
            table.CreateIndex("IDX_ArchiveEntryIndex_Batch", nameof(ArchiveEntryIndex.Batch));
        });

        return 1;
    }
}
