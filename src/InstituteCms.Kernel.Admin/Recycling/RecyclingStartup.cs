using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Admin.Recycling;

/// <summary>The recycle bin.</summary>
public sealed class RecyclingStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<RecycleBin>();
        services.AddScoped<IContentHandler, RecycleBinHandler>();
        services.AddIndexProvider<DeletedItemIndexProvider>();
        services.AddDataMigration<DeletedItemMigrations>();
        services.AddPermissionProvider<BinPermissions>();
    }
}
