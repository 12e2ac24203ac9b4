using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Audit;

/// <summary>What an act is about.</summary>
public enum AuditCategory
{
    /// <summary>Items of content.</summary>
    Content,

    /// <summary>Signing in and one's own account.</summary>
    SignIn,

    /// <summary>Other people's accounts, invitations and roles.</summary>
    People,

    /// <summary>Settings of the site.</summary>
    Settings,

    /// <summary>Data that left the site, or came in as a whole.</summary>
    Export,
}

/// <summary>One act: who did what to which thing, when and from where. It names the site's own people, never its registrants.</summary>
public sealed class AuditEntry
{
    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>When; of an act that was repeated, when last.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>What was done: a name from <see cref="AuditActions"/>.</summary>
    public string Action { get; set; } = string.Empty;

    /// <summary>Id of who did it; empty where nobody was signed in.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>Their name at that time; empty for the site itself.</summary>
    public string UserName { get; set; } = string.Empty;

    /// <summary>Id of what it was done to: of an item, a user; a role's name.</summary>
    public string SubjectId { get; set; } = string.Empty;

    /// <summary>Its name at that time.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>What else is worth knowing, such as the names of the settings that changed.</summary>
    public string Detail { get; set; } = string.Empty;

    /// <summary>The network address it came from; empty for the site itself.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>How often it was done in a row.</summary>
    public int Times { get; set; } = 1;
}

/// <summary>Finds entries.</summary>
internal sealed class AuditEntryIndex : MapIndex
{
    public const int TextLength = 500;

    public DateTime AtUtc { get; set; }

    public string Category { get; set; } = string.Empty;

    public string Action { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    public string SubjectId { get; set; } = string.Empty;

    /// <summary>Names of user and subject in lower case.</summary>
    public string Text { get; set; } = string.Empty;
}

internal sealed class AuditEntryIndexProvider : IndexProvider<AuditEntry>
{
    public override void Describe(DescribeContext<AuditEntry> context) => context.For<AuditEntryIndex>().Map(entry => new()
    {
        AtUtc = entry.AtUtc,
        Category = AuditActions.CategoryOf(entry.Action).ToString(),
        Action = entry.Action,
        UserId = entry.UserId,
        SubjectId = entry.SubjectId,
        Text = Cut($"{entry.UserName} {entry.Address} {entry.Subject}".ToLowerInvariant()),
    });

    private static string Cut(string text) => text.Length <= AuditEntryIndex.TextLength ? text : text[..AuditEntryIndex.TextLength];
}

internal sealed class AuditMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AuditEntryIndex>(table => table
            .Column<DateTime>(nameof(AuditEntryIndex.AtUtc))
            .Column<string>(nameof(AuditEntryIndex.Category), column => column.WithLength(20))
            .Column<string>(nameof(AuditEntryIndex.Action), column => column.WithLength(40))
            .Column<string>(nameof(AuditEntryIndex.UserId), column => column.WithLength(26))
            .Column<string>(nameof(AuditEntryIndex.SubjectId), column => column.WithLength(255))
            .Column<string>(nameof(AuditEntryIndex.Text), column => column.WithLength(AuditEntryIndex.TextLength)));
        await SchemaBuilder.AlterIndexTableAsync<AuditEntryIndex>(table => table
            .CreateIndex("IDX_AuditEntryIndex_AtUtc", nameof(AuditEntryIndex.AtUtc), "DocumentId"));
        await SchemaBuilder.AlterIndexTableAsync<AuditEntryIndex>(table => table
            .CreateIndex("IDX_AuditEntryIndex_Subject", nameof(AuditEntryIndex.SubjectId), nameof(AuditEntryIndex.AtUtc), "DocumentId"));
        return 1;
    }
}
