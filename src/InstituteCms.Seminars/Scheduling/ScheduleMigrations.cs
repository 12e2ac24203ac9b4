using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;

namespace InstituteCms.Scheduling;

/// <summary>Lets events, speakers and reports be published, and taken off the site, at a set time.</summary>
public sealed class ScheduleMigrations : DataMigration
{
    private readonly IContentDefinitionManager _definitions;

    public ScheduleMigrations(IContentDefinitionManager definitions) => _definitions = definitions;

    public async Task<int> CreateAsync()
    {
        foreach (var name in SeminarTypes.All)
        {
            await _definitions.AlterTypeDefinitionAsync(name, type => type
                .WithPart("PublishLaterPart", part => part.WithPosition("8"))
                .WithPart("ArchiveLaterPart", part => part.WithPosition("9")));
        }

        return 1;
    }
}
