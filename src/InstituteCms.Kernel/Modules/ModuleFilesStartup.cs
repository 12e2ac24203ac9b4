using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Modules;

/// <summary>Serves <c>wwwroot/x/y.css</c> of module M at <c>/M/x/y.css</c>, from the module's assembly.</summary>
public sealed class ModuleFilesStartup : StartupBase
{
    private static readonly FileExtensionContentTypeProvider _contentTypes = new();

    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IFileVersionProvider, ModuleFileVersions>();

    /// <inheritdoc />
    public override int ConfigureOrder => -1_000;

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        var modules = serviceProvider.GetRequiredService<TenantFeatures>().Modules.ToDictionary(m => m.Id, StringComparer.OrdinalIgnoreCase);

        app.Use(async (context, next) =>
        {
            if (!await TryServeAsync(context, modules))
            {
                await next(context);
            }
        });
    }

    private static async Task<bool> TryServeAsync(HttpContext context, Dictionary<string, ModuleInfo> modules)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var slash = path.IndexOf('/');
        if (slash < 0 || !modules.TryGetValue(path[..slash], out var module)
            || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            || !_contentTypes.TryGetContentType(path, out var contentType)
            || module.OpenFile("wwwroot/" + path[(slash + 1)..]) is not { } file)
        {
            return false;
        }

        var version = ModuleFileVersions.VersionOf(module);
        var etag = $"\"{version}\"";
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.XContentTypeOptions = "nosniff";

        await using (file)
        {
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return true;
            }

            context.Response.ContentType = contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8" : contentType;
            context.Response.ContentLength = file.Length;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await file.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        }

        return true;
    }
}
