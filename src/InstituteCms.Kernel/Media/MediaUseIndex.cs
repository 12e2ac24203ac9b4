using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using InstituteCms.Kernel.Data;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Media;

/// <summary>One row for each file that the newest or the public version of an item shows or links to.</summary>
internal sealed class MediaUseIndex : MapIndex
{
    /// <summary>Path in the library, be there such a file or not.</summary>
    public string Path { get; set; } = string.Empty;

    public string ContentItemId { get; set; } = string.Empty;
}

internal sealed partial class MediaUseIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<MediaUseIndex>().Map(Map);

    public static IEnumerable<MediaUseIndex> Map(ContentItem item) => item.Latest || item.Published
        ? Strings(item.Data).SelectMany(Paths).Where(path => path.Length <= MediaDetailsIndex.MaxPath).Distinct().Select(path => new MediaUseIndex { Path = path, ContentItemId = item.ContentItemId })
        : [];

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(member => Strings(member.Value)),
        JsonArray all => all.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>A string is a path itself, as editors' fields have it, or has addresses in it.</summary>
    private static IEnumerable<string> Paths(string text) => text.Contains("/media/", StringComparison.Ordinal)
        ? Address().Matches(text).Select(match => Uri.UnescapeDataString(WebUtility.HtmlDecode(match.Groups[1].Value))).Where(path => MediaTypes.Of(path) is not null)
        : text.Length <= MediaDetailsIndex.MaxPath && MediaTypes.Of(text) is not null ? [text.Trim('/')] : [];

    [GeneratedRegex("""/media/([^"'<>?#\s]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}

/// <summary>Notes what items that were written before the library came show.</summary>
internal sealed class MediaUseMigrations : DataMigration
{
    private readonly ISession _session;
    private readonly DocumentStore _store;

    public MediaUseMigrations(ISession session, DocumentStore store) => (_session, _store) = (session, store);

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MediaUseIndex>(table => table
            .Column<string>(nameof(MediaUseIndex.Path), column => column.WithLength(MediaDetailsIndex.MaxPath))
            .Column<string>(nameof(MediaUseIndex.ContentItemId), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<MediaUseIndex>(table => table
            .CreateIndex("IDX_MediaUseIndex_Path", nameof(MediaUseIndex.Path), nameof(MediaUseIndex.ContentItemId)));

        var table = _store.IndexTable(typeof(MediaUseIndex));
        var items = await _session.Query<ContentItem, ContentItemIndex>(index => index.Latest || index.Published).ListAsync();
        foreach (var command in table.Insert.Commands(
            SchemaBuilder.Transaction, items.SelectMany(item => MediaUseIndexProvider.Map(item).Select(row => table.Values(row, item.Id)))))
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync();
            }
        }

        return 1;
    }
}
