using System.Text.Encodings.Web;
using System.Text.Json;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Headless.Contents;

/// <summary>Reads and removes published items for programs that hold <see cref="CommonPermissions.AccessContentApi"/>.</summary>
internal sealed class ContentApi
{
    private static readonly JsonSerializerOptions _json = new(ContentJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IContentManager _contents;
    private readonly ISession _session;
    private readonly IAuthorizationService _authorization;
    private readonly HttpContext _http;

    public ContentApi(IContentManager contents, ISession session, IAuthorizationService authorization, IHttpContextAccessor http)
    {
        _contents = contents;
        _session = session;
        _authorization = authorization;
        _http = http.HttpContext ?? throw new InvalidOperationException("There is no request.");
    }

    public static IResult Json(ContentItem item) => Results.Text(JsonSerializer.Serialize(item, _json), "application/json; charset=utf-8");

    public Task<IResult> GetAsync(string contentItemId) => FindAsync(contentItemId, CommonPermissions.ViewContent, item => Task.FromResult(Json(item)));

    public Task<IResult> DeleteAsync(string contentItemId) => FindAsync(contentItemId, CommonPermissions.DeleteContent, async item =>
    {
        try
        {
            if (!await _contents.RemoveAsync(item))
            {
                await _session.CancelAsync();
                return ApiProblem.Conflict("The item may not be removed.");
            }

            await _session.SaveChangesAsync();
            return Json(item);
        }
        catch (ConcurrencyException)
        {
            return ApiProblem.Conflict("Somebody has changed the item meanwhile.");
        }
    });

    private async Task<IResult> FindAsync(string contentItemId, Permission permission, Func<ContentItem, Task<IResult>> answer)
    {
        if (!await MayAsync(CommonPermissions.AccessContentApi))
        {
            return _http.ChallengeOrForbid(ApiAuthentication.SchemeName);
        }

        if (await _contents.GetAsync(contentItemId) is not { } item)
        {
            return ApiProblem.NotFound("There is no published item of this id.");
        }

        return await MayAsync(permission, item) ? await answer(item) : _http.ChallengeOrForbid(ApiAuthentication.SchemeName);
    }

    private Task<bool> MayAsync(Permission permission, ContentItem? item = null) => _authorization.AuthorizeAsync(_http.User, permission, item);
}
