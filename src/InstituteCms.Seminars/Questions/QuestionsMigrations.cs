using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace InstituteCms.Questions;

public sealed class QuestionsMigrations : DataMigration
{
    private readonly IContentDefinitionManager _contentDefinitions;

    public QuestionsMigrations(IContentDefinitionManager contentDefinitions) => _contentDefinitions = contentDefinitions;

    public async Task<int> CreateAsync()
    {
        await _contentDefinitions.AlterPartDefinitionAsync(nameof(QuestionsPart), part => part
            .Attachable()
            .WithDisplayName("Questions")
            .WithDescription("What an event asks those who register."));
        await _contentDefinitions.AlterTypeDefinitionAsync(SeminarTypes.Event, type => type
            .WithPart(nameof(QuestionsPart), part => part.WithPosition("5")));

        await SchemaBuilder.CreateMapIndexTableAsync<AnsweredIndex>(table => table
            .Column<string>(nameof(AnsweredIndex.EventId), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<AnsweredIndex>(table => table.CreateIndex(
            "IDX_AnsweredIndex_Event", nameof(AnsweredIndex.EventId), "DocumentId"));
        return 1;
    }
}
