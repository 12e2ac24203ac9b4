using System.Text.Json;
using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.OpenId;

/// <summary>What the four kinds of records have in common.</summary>
internal abstract class OpenIdRecord
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>The id that others refer to.</summary>
    public string Key { get; set; } = string.Empty;

    public Dictionary<string, JsonElement> Properties { get; set; } = [];

    /// <summary>What it is found by.</summary>
    public abstract OpenIdIndex ToIndex();
}

/// <summary>A program that may ask for tokens. Its secret is stored as a hash.</summary>
internal sealed class OpenIdApplication : OpenIdRecord
{
    /// <summary>The property that names the roles of the program itself.</summary>
    public const string RolesProperty = "Roles";

    public string? ApplicationType { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? ClientType { get; set; }

    public string? ConsentType { get; set; }

    public string? DisplayName { get; set; }

    public List<string> Permissions { get; set; } = [];

    public List<string> RedirectUris { get; set; } = [];

    public List<string> PostLogoutRedirectUris { get; set; } = [];

    public List<string> Requirements { get; set; } = [];

    public Dictionary<string, string> Settings { get; set; } = [];

    public override OpenIdIndex ToIndex() => new() { Kind = nameof(OpenIdApplication), Key = Key, Name = ClientId ?? string.Empty };
}

/// <summary>What a token allows, by name.</summary>
internal sealed class OpenIdScope : OpenIdRecord
{
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public List<string> Resources { get; set; } = [];

    public override OpenIdIndex ToIndex() => new() { Kind = nameof(OpenIdScope), Key = Key, Name = Name ?? string.Empty };
}

/// <summary>Somebody's yes to a program.</summary>
internal sealed class OpenIdAuthorization : OpenIdRecord
{
    public string? ApplicationId { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public List<string> Scopes { get; set; } = [];

    public string? Status { get; set; }

    public string? Subject { get; set; }

    public string? Type { get; set; }

    public override OpenIdIndex ToIndex() => new()
    {
        Kind = nameof(OpenIdAuthorization), Key = Key, ApplicationId = ApplicationId ?? string.Empty, Subject = Subject ?? string.Empty, CreatedUtc = CreatedUtc ?? default,
    };
}

/// <summary>A token that was given out: what is needed to end it, never the token itself.</summary>
internal sealed class OpenIdToken : OpenIdRecord
{
    public string? ApplicationId { get; set; }

    public string? AuthorizationId { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public DateTime? ExpiresUtc { get; set; }

    public string? Payload { get; set; }

    public DateTime? RedeemedUtc { get; set; }

    public string? ReferenceId { get; set; }

    public string? Status { get; set; }

    public string? Subject { get; set; }

    public string? Type { get; set; }

    public override OpenIdIndex ToIndex() => new()
    {
        Kind = nameof(OpenIdToken),
        Key = Key,
        Name = ReferenceId ?? string.Empty,
        ApplicationId = ApplicationId ?? string.Empty,
        AuthorizationId = AuthorizationId ?? string.Empty,
        Subject = Subject ?? string.Empty,
        CreatedUtc = CreatedUtc ?? default,
    };
}

/// <summary>Finds records of all four kinds.</summary>
internal sealed class OpenIdIndex : MapIndex
{
    /// <summary>Name of the record's class.</summary>
    public string Kind { get; set; } = string.Empty;

    public string Key { get; set; } = string.Empty;

    /// <summary>Client id, name of the scope, or reference id of the token.</summary>
    public string Name { get; set; } = string.Empty;

    public string ApplicationId { get; set; } = string.Empty;

    public string AuthorizationId { get; set; } = string.Empty;

    public string Subject { get; set; } = string.Empty;

    public DateTime CreatedUtc { get; set; }
}

internal sealed class OpenIdIndexProvider<T> : IndexProvider<T>
    where T : OpenIdRecord
{
    public override void Describe(DescribeContext<T> context) => context.For<OpenIdIndex>().Map(record => record.ToIndex());
}

internal sealed class OpenIdMigrations : DataMigration
{
    private const int KeyLength = 26;
    private const int NameLength = 255;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OpenIdIndex>(table => table
            .Column<string>(nameof(OpenIdIndex.Kind), column => column.WithLength(KeyLength))
            .Column<string>(nameof(OpenIdIndex.Key), column => column.WithLength(KeyLength))
            .Column<string>(nameof(OpenIdIndex.Name), column => column.WithLength(NameLength))
            .Column<string>(nameof(OpenIdIndex.ApplicationId), column => column.WithLength(KeyLength))
            .Column<string>(nameof(OpenIdIndex.AuthorizationId), column => column.WithLength(KeyLength))
            .Column<string>(nameof(OpenIdIndex.Subject), column => column.WithLength(NameLength))
            .Column<DateTime>(nameof(OpenIdIndex.CreatedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<OpenIdIndex>(table => table.CreateIndex("IDX_OpenIdIndex_Key", nameof(OpenIdIndex.Key), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<OpenIdIndex>(table => table.CreateIndex("IDX_OpenIdIndex_Name", nameof(OpenIdIndex.Name), nameof(OpenIdIndex.Kind), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<OpenIdIndex>(table => table.CreateIndex("IDX_OpenIdIndex_Subject", nameof(OpenIdIndex.Subject), nameof(OpenIdIndex.Kind), "DocumentId"));
        await IndexWhatBelongsTogetherAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await IndexWhatBelongsTogetherAsync();
        return 2;
    }

    /// <summary>For ending all tokens of a program, or of a yes.</summary>
    private Task IndexWhatBelongsTogetherAsync() => SchemaBuilder.AlterIndexTableAsync<OpenIdIndex>(table =>
    {
        table.CreateIndex("IDX_OpenIdIndex_Application", nameof(OpenIdIndex.ApplicationId), nameof(OpenIdIndex.Kind), "DocumentId");
        table.CreateIndex("IDX_OpenIdIndex_Authorization", nameof(OpenIdIndex.AuthorizationId), nameof(OpenIdIndex.Kind), "DocumentId");
    });
}
