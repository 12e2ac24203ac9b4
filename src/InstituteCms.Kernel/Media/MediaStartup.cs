using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using OrchardCore.Media;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Media;

/// <summary>Media files and their addresses.</summary>
[Feature("OrchardCore.Media")]
public sealed class MediaStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<MediaFileStore>();
        services.AddSingleton<IMediaFileStore>(sp => sp.GetRequiredService<MediaFileStore>());
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        var media = serviceProvider.GetRequiredService<MediaFileStore>();
        routes.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], (string? path, HttpContext http) => Serve(media, path ?? string.Empty, http));
    }

    private static IResult Serve(MediaFileStore media, string path, HttpContext http)
    {
        if (media.Find(path) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "public, max-age=86400";
        if (file.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        }

        return Results.File(
            file.FullName,
            MediaTypes.Of(file.Name),
            lastModified: file.LastWriteTimeUtc,
            entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""),
            enableRangeProcessing: true);
    }
}
