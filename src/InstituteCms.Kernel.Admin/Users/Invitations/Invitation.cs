using InstituteCms.Registrations;
using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace InstituteCms.Kernel.Admin.Users.Invitations;

/// <summary>A one-time link by which somebody makes an account of their own. The link's secret is stored as its hash alone.</summary>
public sealed class Invitation
{
    /// <summary>Days for which a link is good.</summary>
    public const int ValidDays = 7;

    /// <summary>Id of the document.</summary>
    public long Id { get; set; }

    /// <summary>Whom it was sent to.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>Roles the account gets.</summary>
    public IList<string> RoleNames { get; set; } = [];

    /// <summary>Hash of the link's secret; empty once it was used.</summary>
    public string TokenHash { get; set; } = string.Empty;

    /// <summary>Who sent it.</summary>
    public string InvitedBy { get; set; } = string.Empty;

    /// <summary>First instant at which the link is no longer good.</summary>
    public DateTime ExpiresUtc { get; set; }
}

internal sealed class InvitationIndex : MapIndex
{
    public string TokenHash { get; set; } = string.Empty;

    public string NormalizedEmail { get; set; } = string.Empty;
}

internal sealed class InvitationIndexProvider : IndexProvider<Invitation>
{
    public override void Describe(DescribeContext<Invitation> context) => context.For<InvitationIndex>().Map(invitation => new()
    {
        TokenHash = invitation.TokenHash,
        NormalizedEmail = invitation.Email.ToUpperInvariant(),
    });
}

internal sealed class InvitationMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<InvitationIndex>(table => table
            .Column<string>(nameof(InvitationIndex.TokenHash), column => column.WithLength(PersonalToken.HashLength))
            .Column<string>(nameof(InvitationIndex.NormalizedEmail), column => column.WithLength(255)));
        return 1;
    }
}
