using InstituteCms.Registrations;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Invitations;

public sealed class InvitationMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<GuestInvitationIndex>(table => table
            .Column<string>(nameof(GuestInvitationIndex.EventId), column => column.WithLength(IdLength))
            .Column<string>(nameof(GuestInvitationIndex.EmailKey), column => column.WithLength(EmailAddressKey.MaxLength))
            .Column<bool>(nameof(GuestInvitationIndex.Declined))
            .Column<bool>(nameof(GuestInvitationIndex.Erased))
            .Column<DateTime>(nameof(GuestInvitationIndex.CreatedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<GuestInvitationIndex>(table => table.CreateIndex(
            "IDX_GuestInvitationIndex_Event", nameof(GuestInvitationIndex.EventId), nameof(GuestInvitationIndex.EmailKey), "DocumentId"));
        await SchemaBuilder.CreateMapIndexTableAsync<GuestInvitationLinkIndex>(table => table
            .Column<string>(nameof(GuestInvitationLinkIndex.TokenHash), column => column.WithLength(PersonalToken.HashLength)));
        await SchemaBuilder.AlterIndexTableAsync<GuestInvitationLinkIndex>(table => table.CreateIndex(
            "IDX_GuestInvitationLinkIndex_TokenHash", nameof(GuestInvitationLinkIndex.TokenHash), "DocumentId"));
        return 1;
    }
}
