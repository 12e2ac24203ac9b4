using Dapper;
using InstituteCms.Registrations;
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
        await AddChoicesAsync();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await AddChoicesAsync();
        var table = StoredRegistrations.Table(SchemaBuilder, nameof(AnsweredIndex));
        await SchemaBuilder.Connection.ExecuteAsync($"DELETE FROM {table}", transaction: SchemaBuilder.Transaction);
        foreach (var (id, registration) in await StoredRegistrations.ReadAsync(SchemaBuilder))
        {
            await SchemaBuilder.Connection.ExecuteAsync(
                $"""INSERT INTO {table} ("DocumentId", "EventId", "QuestionId", "Choice") VALUES (@id, @EventId, @QuestionId, @Choice)""",
                AnsweredIndexProvider.Rows(registration.EventId, registration.Answers).Select(row => new { id, row.EventId, row.QuestionId, row.Choice }),
                SchemaBuilder.Transaction);
        }

        return 2;
    }

    private async Task AddChoicesAsync()
    {
        await SchemaBuilder.AlterIndexTableAsync<AnsweredIndex>(table =>
        {
            table.AddColumn<string>(nameof(AnsweredIndex.QuestionId), column => column.WithLength(QuestionId.MaxLength).WithDefault(""));
            table.AddColumn<string>(nameof(AnsweredIndex.Choice), column => column.WithLength(QuestionId.MaxLength).WithDefault(""));
        });
        await SchemaBuilder.AlterIndexTableAsync<AnsweredIndex>(table => table.CreateIndex(
            "IDX_AnsweredIndex_Choice", nameof(AnsweredIndex.EventId), nameof(AnsweredIndex.QuestionId), nameof(AnsweredIndex.Choice), "DocumentId"));
    }
}
