using System.Text.Json;
using Dapper;
using InstituteCms.Kernel.Data;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Media;

/// <summary>Finds the items that show a file: as the path of a picture, or by its address in their text.</summary>
public sealed class MediaUses
{
    private const int Most = 50;

    private readonly ISession _session;
    private readonly IStore _store;

    /// <summary>Queries the scope's session.</summary>
    public MediaUses(ISession session, IStore store) => (_session, _store) = (session, store);

    /// <summary>Newest versions and public ones that show it; one for each item, at most fifty. The database looks, nothing else is read.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(MediaDetails file)
    {
        var paths = file.FormerPaths.Prepend(file.Path).ToList();
        var texts = paths.Select(path => $"\"{Json(path)}\"").Concat(paths.Select(path => $"/media/{Json(path)}")).Concat(paths.Select(path => $"/media/{Escaped(path)}")).Distinct().ToList();
        var parameters = new DynamicParameters();
        foreach (var (index, text) in texts.Index())
        {
            parameters.Add($"text{index}", $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%");
        }

        var dialect = _store.Configuration.SqlDialect;
        var prefix = _store.Configuration.TablePrefix;
        string Table(string name) => dialect.QuoteForTableName(prefix + name, null!);
        string Column(string name) => dialect.QuoteForColumnName(name);
        var like = string.Join(" OR ", texts.Select((_, index) => $@"d.{Column("Content")} LIKE @text{index} ESCAPE '\'"));
        var sql = $"SELECT d.{Column("Id")} FROM {Table(nameof(ContentItemIndex))} i JOIN {Table("Document")} d ON d.{Column("Id")} = i.{Column("DocumentId")} "
            + $"WHERE (i.{Column("Latest")} = @yes OR i.{Column("Published")} = @yes) AND ({like}) LIMIT {Most * 2}";
        parameters.Add("yes", true);
        var ids = (await (await _session.CreateConnectionAsync()).QueryAsync<long>(new CommandDefinition(sql, parameters, _session.CurrentTransaction))).ToArray();
        return [.. (await _session.GetAsync<ContentItem>(ids)).GroupBy(item => item.ContentItemId).Select(versions => versions.MaxBy(item => item.Latest)!).Take(Most)];
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, DocumentJson.Options)[1..^1];

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
