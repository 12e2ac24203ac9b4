using InstituteCms.Registrations;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Previews;

/// <summary>The table preview links are found by.</summary>
public sealed class PreviewMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<PreviewLinkIndex>(table => table
            .Column<string>(nameof(PreviewLinkIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(PreviewLinkIndex.TokenHash), column => column.WithLength(PersonalToken.HashLength))
            .Column<DateTime>(nameof(PreviewLinkIndex.ExpiresUtc)));

        await SchemaBuilder.AlterIndexTableAsync<PreviewLinkIndex>(table =>
        {
            table.CreateIndex("IDX_PreviewLinkIndex_Token", nameof(PreviewLinkIndex.TokenHash));
            table.CreateIndex("IDX_PreviewLinkIndex_Item", nameof(PreviewLinkIndex.ContentItemId), nameof(PreviewLinkIndex.ExpiresUtc));
        });

        return 1;
    }
}
