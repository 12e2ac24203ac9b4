using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using YesSql.Sql;

namespace InstituteCms.Registrations;

/// <summary>The registrations of a site that is brought up to date: a document that does not change is not indexed anew.</summary>
internal static class StoredRegistrations
{
    private static readonly JsonSerializerOptions _options = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>All of them, with their document ids.</summary>
    public static async Task<IReadOnlyList<(long DocumentId, Registration Registration)>> ReadAsync(ISchemaBuilder schema)
    {
        var rows = await schema.Connection.QueryAsync<(long Id, string Content)>(
            $"""SELECT "Id", "Content" FROM {Table(schema, nameof(YesSql.Document))} WHERE "Id" IN (SELECT "DocumentId" FROM {Table(schema, nameof(RegistrationIndex))})""",
            transaction: schema.Transaction);
        return [.. rows.Select(row => (row.Id, Read<Registration>(row.Content)))];
    }

    /// <summary>A document's object.</summary>
    public static T Read<T>(string content) => JsonSerializer.Deserialize<T>(content, _options)!;

    /// <summary>The quoted name of a table.</summary>
    public static string Table(ISchemaBuilder schema, string name) => schema.Dialect.QuoteForTableName(schema.TablePrefix + name, null);
}
