using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Questions;

/// <summary>What events ask those who register.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class QuestionsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<QuestionsPart>().UseDisplayDriver<QuestionsPartDisplayDriver>().AddHandler<QuestionsPartHandler>();
        services.AddDataMigration<QuestionsMigrations>();
        services.AddIndexProvider<AnsweredIndexProvider>();

        services.AddScoped<AnswerCounts>();
        services.AddScoped<AnswerTexts>();
        services.AddScoped<QuestionTexts>();
        services.AddScoped<SensitiveAnswersEraser>();
        services.AddSingleton<IBackgroundTask, SensitiveAnswersTask>();
    }
}
