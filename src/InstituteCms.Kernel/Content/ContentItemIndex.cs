#nullable disable
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace OrchardCore.ContentManagement.Records
{
    /// <summary>One row per version of an item, removed ones included: ask for Published or Latest.</summary>
    public class ContentItemIndex : MapIndex
    {
        public const int MaxContentTypeSize = 255;
        public const int MaxOwnerSize = 255;
        public const int MaxAuthorSize = 255;
        public const int MaxDisplayTextSize = 255;

        public long DocumentId { get; set; }

        public string ContentItemId { get; set; }

        public string ContentItemVersionId { get; set; }

        public bool Published { get; set; }

        public bool Latest { get; set; }

        public string ContentType { get; set; }

        public DateTime? ModifiedUtc { get; set; }

        public DateTime? PublishedUtc { get; set; }

        public DateTime? CreatedUtc { get; set; }

        public string Owner { get; set; }

        public string Author { get; set; }

        public string DisplayText { get; set; }
    }
}

namespace InstituteCms.Kernel.Content
{
    internal sealed class ContentItemIndexProvider : IndexProvider<ContentItem>
    {
        public override void Describe(DescribeContext<ContentItem> context) => context.For<ContentItemIndex>().Map(item => new ContentItemIndex
        {
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            Published = item.Published,
            Latest = item.Latest,
            ContentType = item.ContentType,
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
            CreatedUtc = item.CreatedUtc,
            Owner = item.Owner,
            Author = item.Author,
            DisplayText = item.DisplayText is { Length: > ContentItemIndex.MaxDisplayTextSize } text ? text[..ContentItemIndex.MaxDisplayTextSize] : item.DisplayText,
        });
    }

    internal sealed class ContentItemMigrations : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await SchemaBuilder.CreateMapIndexTableAsync<ContentItemIndex>(table => table
                .Column<string>(nameof(ContentItemIndex.ContentItemId), c => c.WithLength(26))
                .Column<string>(nameof(ContentItemIndex.ContentItemVersionId), c => c.WithLength(26))
                .Column<bool>(nameof(ContentItemIndex.Latest))
                .Column<bool>(nameof(ContentItemIndex.Published))
                .Column<string>(nameof(ContentItemIndex.ContentType), c => c.WithLength(ContentItemIndex.MaxContentTypeSize))
                .Column<DateTime>(nameof(ContentItemIndex.ModifiedUtc), c => c.Nullable())
                .Column<DateTime>(nameof(ContentItemIndex.PublishedUtc), c => c.Nullable())
                .Column<DateTime>(nameof(ContentItemIndex.CreatedUtc), c => c.Nullable())
                .Column<string>(nameof(ContentItemIndex.Owner), c => c.Nullable().WithLength(ContentItemIndex.MaxOwnerSize))
                .Column<string>(nameof(ContentItemIndex.Author), c => c.Nullable().WithLength(ContentItemIndex.MaxAuthorSize))
                .Column<string>(nameof(ContentItemIndex.DisplayText), c => c.Nullable().WithLength(ContentItemIndex.MaxDisplayTextSize)));

            await SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table =>
            {
                table.CreateIndex("IDX_ContentItemIndex_Item", "DocumentId", nameof(ContentItemIndex.ContentItemId), nameof(ContentItemIndex.Published), nameof(ContentItemIndex.Latest));
                table.CreateIndex("IDX_ContentItemIndex_Version", "DocumentId", nameof(ContentItemIndex.ContentItemVersionId));
                table.CreateIndex("IDX_ContentItemIndex_Type", "DocumentId", nameof(ContentItemIndex.ContentType), nameof(ContentItemIndex.CreatedUtc), nameof(ContentItemIndex.ModifiedUtc), nameof(ContentItemIndex.PublishedUtc), nameof(ContentItemIndex.Published), nameof(ContentItemIndex.Latest));
            });

            await CreateListIndexesAsync();
            await CreateCountIndexAsync();
            await CreatePublishedIndexAsync();
            return 4;
        }

        public async Task<int> UpdateFrom1Async()
        {
            await CreateListIndexesAsync();
            return 2;
        }

        public async Task<int> UpdateFrom2Async()
        {
            await CreateCountIndexAsync();
            return 3;
        }

        public async Task<int> UpdateFrom3Async()
        {
            await CreatePublishedIndexAsync();
            return 4;
        }

        /// <summary>One item is found by its ids; lists of everything begin at one end of an order and read no further than a page.</summary>
        private Task CreateListIndexesAsync() => SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table =>
        {
            table.CreateIndex("IDX_ContentItemIndex_ContentItemId", nameof(ContentItemIndex.ContentItemId), nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.Published));
            table.CreateIndex("IDX_ContentItemIndex_ContentItemVersionId", nameof(ContentItemIndex.ContentItemVersionId));
            table.CreateIndex("IDX_ContentItemIndex_Modified", nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.ModifiedUtc));
            table.CreateIndex("IDX_ContentItemIndex_Title", nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.DisplayText));
        });

        /// <summary>How many items of some types there are, less those that another table names, is counted without reading a row.</summary>
        private Task CreateCountIndexAsync() => SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table => table
            .CreateIndex("IDX_ContentItemIndex_Count", nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.ContentType), nameof(ContentItemIndex.ContentItemId), "DocumentId"));

        /// <summary>A list of what is published of one type begins with the newest and reads no further than a page, as GraphQL asks for it.</summary>
        private Task CreatePublishedIndexAsync() => SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table => table
            .CreateIndex("IDX_ContentItemIndex_Published", nameof(ContentItemIndex.Published), nameof(ContentItemIndex.ContentType), nameof(ContentItemIndex.CreatedUtc)));
    }
}
