#nullable disable
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Alias.Models;
using OrchardCore.Alias.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using OrchardCore.Menu.Models;
using OrchardCore.Modules;
using OrchardCore.Title.Models;

namespace OrchardCore.Menu.Models
{
    /// <summary>Marks an item as a menu.</summary>
    public class MenuPart : ContentPart
    {
    }

    /// <summary>The entries of a menu or of one of its entries.</summary>
    public class MenuItemsListPart : ContentPart
    {
        public List<ContentItem> MenuItems { get; set; } = [];
    }

    /// <summary>An entry that leads to an address.</summary>
    public class LinkMenuItemPart : ContentPart
    {
        /// <summary>May start with <c>~/</c> for the site's root.</summary>
        public string Url { get; set; }

        public string Target { get; set; }
    }

    /// <summary>An entry that leads to a content item.</summary>
    public class ContentMenuItemPart : ContentPart
    {
        public bool CheckContentPermissions { get; set; }
    }
}

namespace InstituteCms.Kernel.Content.Menu
{
    [Feature("OrchardCore.Menu")]
    public sealed class MenuStartup : StartupBase
    {
        public override void ConfigureServices(IServiceCollection services)
        {
            services.AddContentPart<MenuPart>();
            services.AddContentPart<MenuItemsListPart>();
            services.AddContentPart<LinkMenuItemPart>();
            services.AddContentPart<ContentMenuItemPart>();
            services.AddDataMigration<MenuMigrations>();
        }
    }

    internal sealed class MenuMigrations(IContentDefinitionManager definitions) : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await definitions.AlterTypeDefinitionAsync("Menu", type => type
                .Draftable()
                .Versionable()
                .Creatable()
                .Listable()
                .WithPart(nameof(TitlePart), part => part.WithPosition("1"))
                .WithPart(nameof(AliasPart), part => part
                    .WithPosition("2")
                    .WithSettings(new AliasPartSettings { Pattern = "{{ ContentItem.DisplayText | slugify }}" }))
                .WithPart(nameof(MenuPart), part => part.WithPosition("3"))
                .WithPart(nameof(MenuItemsListPart), part => part.WithPosition("4")));

            await definitions.AlterTypeDefinitionAsync("LinkMenuItem", type => type
                .WithDisplayName("Link Menu Item")
                .Stereotype("MenuItem")
                .WithPart(nameof(TitlePart))
                .WithPart(nameof(LinkMenuItemPart)));

            await definitions.AlterTypeDefinitionAsync("ContentMenuItem", type => type
                .WithDisplayName("Content Menu Item")
                .Stereotype("MenuItem")
                .WithPart(nameof(TitlePart))
                .WithPart(nameof(ContentMenuItemPart)));

            return 1;
        }
    }
}
