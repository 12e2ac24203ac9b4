using InstituteCms.Kernel.Content.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Content;

/// <summary>Content items and their definitions.</summary>
public sealed class ContentStartup : StartupBase
{
    public override int Order => -50;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton<IIdGenerator, RandomIdGenerator>();
        services.AddSingleton<DefinitionCache>();
        services.AddScoped<IContentDefinitionManager, ContentDefinitionManager>();
        services.AddScoped<ContentEvents>();
        services.AddScoped<IContentManager, ContentManager>();
        services.AddScoped<IContentHandler, StampHandler>();
        services.AddScoped<IContentHandler, PartHandlerDispatcher>();
        services.AddScoped<IContentHandler, ContentRoutesHandler>();
        services.AddScoped<IContentHandleManager, ContentHandleManager>();
        services.AddIndexProvider<ContentItemIndexProvider>();
        services.AddDataMigration<ContentItemMigrations>();
    }
}

/// <summary>Who may do what with content.</summary>
[Feature("OrchardCore.Contents")]
public sealed class ContentPermissionsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<ContentPermissions>();
        services.AddPermissionProvider<ContentTypePermissions>();
        services.AddScoped<IAuthorizationHandler, ContentAuthorizationHandler>();
    }
}
