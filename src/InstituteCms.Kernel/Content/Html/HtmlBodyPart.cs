#nullable disable
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.ContentManagement.Models;
using OrchardCore.Data.Migration;
using OrchardCore.Html.Models;
using OrchardCore.Modules;

namespace OrchardCore.Html.Models
{
    /// <summary>Rich text.</summary>
    public class HtmlBodyPart : ContentPart
    {
        public string Html { get; set; }
    }
}

namespace InstituteCms.Kernel.Content.Html
{
    [Feature("OrchardCore.Html")]
    public sealed class HtmlStartup : StartupBase
    {
        public override void ConfigureServices(IServiceCollection services)
        {
            services.AddContentPart<HtmlBodyPart>().AddHandler<HtmlBodyPartHandler>();
            services.AddDataMigration<HtmlMigrations>();
        }
    }

    internal sealed class HtmlMigrations(IContentDefinitionManager definitions) : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await definitions.AlterPartDefinitionAsync(nameof(HtmlBodyPart), part => part
                .Attachable()
                .WithDescription("Provides an HTML Body for your content item."));
            return 1;
        }
    }

    internal sealed class HtmlBodyPartHandler : ContentPartHandler<HtmlBodyPart>
    {
        public override async Task GetContentItemAspectAsync(ContentItemAspectContext context, HtmlBodyPart part)
        {
            await context.ForAsync<BodyAspect>(aspect =>
            {
                aspect.Body = new HtmlString(part.Html);
                return Task.CompletedTask;
            });
        }
    }
}
