using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Headless.Tokens;

/// <summary>What a script of a user signs in with. The secret is stored as its hash alone.</summary>
public sealed class AccessToken
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>What it is for, in its owner's words.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>Names of the permissions it may be used with; it holds those of them that its owner holds.</summary>
    public IList<string> Permissions { get; set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>First instant at which it is no longer good, UTC.</summary>
    public DateTime ExpiresUtc { get; set; }

    /// <summary>When it was used last, UTC, to the minute; null where it never was.</summary>
    public DateTime? LastUsedUtc { get; set; }
}

internal sealed class AccessTokenIndex : MapIndex
{
    public string UserId { get; set; } = string.Empty;

    public string Hash { get; set; } = string.Empty;
}

internal sealed class AccessTokenIndexProvider : IndexProvider<AccessToken>
{
    public override void Describe(DescribeContext<AccessToken> context) =>
        context.For<AccessTokenIndex>().Map(token => new() { UserId = token.UserId, Hash = token.Hash });
}

internal sealed class AccessTokenMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AccessTokenIndex>(table => table
            .Column<string>(nameof(AccessTokenIndex.UserId), column => column.WithLength(26))
            .Column<string>(nameof(AccessTokenIndex.Hash), column => column.WithLength(AccessTokenSecret.HashLength)));
        await SchemaBuilder.AlterIndexTableAsync<AccessTokenIndex>(table =>
        {
            table.CreateIndex("IDX_AccessTokenIndex_Hash", nameof(AccessTokenIndex.Hash));
            table.CreateIndex("IDX_AccessTokenIndex_UserId", nameof(AccessTokenIndex.UserId));
        });
        return 1;
    }
}
