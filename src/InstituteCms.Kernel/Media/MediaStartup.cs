using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Media;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Media;

/// <summary>Media files and their addresses.</summary>
[Feature("OrchardCore.Media")]
public sealed class MediaStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<MediaFileStore>();
        services.AddSingleton<MediaSizes>();
        services.AddSingleton<IMediaFileStore>(sp => sp.GetRequiredService<MediaFileStore>());
        services.AddScoped(sp => new MediaLibrary(
            sp.GetRequiredService<MediaFileStore>(), sp.GetRequiredService<MediaSizes>(), sp.GetRequiredService<ISession>(), sp.GetRequiredService<ISiteService>(), sp.GetRequiredService<AuditTrail>()));
        services.AddScoped<MediaUses>();
        services.AddIndexProvider<MediaDetailsIndexProvider>();
        services.AddDataMigration<MediaDetailsMigrations>();
        services.AddIndexProvider<MediaUseIndexProvider>();
        services.AddDataMigration<MediaUseMigrations>();
        services.AddPermissionProvider<MediaPermissionProvider>();
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        var files = serviceProvider.GetRequiredService<MediaFileStore>();
        var sizes = serviceProvider.GetRequiredService<MediaSizes>();
        routes.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], (string? path, HttpContext http) => ServeAsync(files, sizes, path ?? string.Empty, http));
    }

    private static async Task<IResult> ServeAsync(MediaFileStore files, MediaSizes sizes, string path, HttpContext http)
    {
        var library = http.RequestServices.GetRequiredService<MediaLibrary>();
        if (files.Find(path) is not { } file)
        {
            return await library.FollowAsync(path) is { } now ? Results.LocalRedirect(files.MapPathToPublicUrl(now) + http.Request.QueryString) : Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";

        // The file behind an address may be replaced: it is asked for anew each time, and sent only if it has changed. With a version it is as it will stay.
        headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache";
        if (MediaInspector.IsPicture(path) && MediaSizes.WishOf(http.Request.Query) is { } wish
            && await sizes.GetAsync(path, file, wish, () => library.FramingAsync(path), http.RequestAborted) is { } size)
        {
            return Send(size, "image/webp");
        }

        if (file.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        }

        return Send(file, MediaTypes.Of(file.Name)!);
    }

    private static IResult Send(FileInfo file, string type) => Results.File(
        file.FullName,
        type,
        lastModified: file.LastWriteTimeUtc,
        entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""),
        enableRangeProcessing: true);
}
