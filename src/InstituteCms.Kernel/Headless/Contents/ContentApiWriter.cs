using System.Data.Common;
using System.Text.Json.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Autoroute;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Contents;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Headless.Contents;

/// <summary>Makes an item, or changes the one whose id is sent: whole, or not at all.</summary>
internal sealed class ContentApiWriter
{
    private static readonly JsonMergeSettings _merge = new() { MergeArrayHandling = MergeArrayHandling.Replace };

    private readonly IContentManager _contents;
    private readonly IContentDefinitionManager _definitions;
    private readonly ContentPayloadCheck _check;
    private readonly ISession _session;
    private readonly IAuthorizationService _authorization;
    private readonly HttpContext _http;

    public ContentApiWriter(
        IContentManager contents, IContentDefinitionManager definitions, ContentPayloadCheck check, ISession session,
        IAuthorizationService authorization, IHttpContextAccessor http)
    {
        _contents = contents;
        _definitions = definitions;
        _check = check;
        _session = session;
        _authorization = authorization;
        _http = http.HttpContext ?? throw new InvalidOperationException("There is no request.");
    }

    /// <param name="draft">Whether what is sent stays a draft: "true", "false" or nothing.</param>
    /// <param name="cancellationToken">Ends the reading of the request, never a change that has begun.</param>
    public async Task<IResult> PostAsync(string draft, CancellationToken cancellationToken)
    {
        if (!await _authorization.AuthorizeAsync(_http.User, CommonPermissions.AccessContentApi))
        {
            return Refuse();
        }

        var isDraft = false;
        if (draft.Length > 0 && !bool.TryParse(draft, out isDraft))
        {
            return ApiProblem.BadRequest("draft is either true or false.");
        }

        var payload = await ContentPayload.ReadAsync(_http.Request, cancellationToken);
        if (payload.Problem is not null)
        {
            return payload.Problem;
        }

        try
        {
            var result = await WriteAsync(payload, isDraft);
            if (result.Problem is not null)
            {
                await _session.CancelAsync();
                return result.Problem;
            }

            await _session.SaveChangesAsync(CancellationToken.None);
            return ContentApi.Json(result.Item!);
        }
        catch (ConcurrencyException)
        {
            return ApiProblem.Conflict("Somebody has changed the item meanwhile.");
        }
        catch (DbException e) when (e.SqlState?.StartsWith("22", StringComparison.Ordinal) == true)
        {
            return ApiProblem.BadRequest("A value is too long or out of the range that can be stored."); // Class 22: it is the data.
        }
    }

    private async Task<(ContentItem? Item, IResult? Problem)> WriteAsync(ContentPayload payload, bool isDraft)
    {
        var known = await _contents.GetAsync(payload.Item.ContentItemId, VersionOptions.Latest);
        var contentType = known?.ContentType ?? payload.Item.ContentType;
        if (string.IsNullOrEmpty(contentType) || await _definitions.GetTypeDefinitionAsync(contentType) is not { } definition)
        {
            return (null, Invalid(nameof(ContentItem.ContentType), "There is no such type of content."));
        }

        var item = known ?? await _contents.NewAsync(definition.Name);
        if (!await MayWriteAsync(item, isDraft) || (IsForAnother(item, payload) && !await MayAsync(CommonPermissions.EditContentOwner, item)))
        {
            return (null, Refuse());
        }

        if (_check.Errors(payload, definition, known) is { Count: > 0 } errors)
        {
            return (null, ApiProblem.Invalid(errors));
        }

        item = known is null ? item : (await _contents.GetAsync(known.ContentItemId, VersionOptions.DraftRequired))!;
        item.Merge(payload.Json, _merge);
        return await MayWriteAsync(item, isDraft) && (!IsToBeHomepage(item) || await MayAsync(AutoroutePermissions.SetHomepage, item)) ? await StoreAsync(item, isNew: known is null, isDraft) : (null, Refuse());
    }

    private async Task<(ContentItem? Item, IResult? Problem)> StoreAsync(ContentItem item, bool isNew, bool isDraft)
    {
        if (!isNew)
        {
            await _contents.UpdateAsync(item);
        }

        if (await _contents.ValidateAsync(item) is { Succeeded: false } invalid)
        {
            return (null, ApiProblem.Invalid(ByField(invalid)));
        }

        if (isNew && !await _contents.CreateAsync(item, VersionOptions.Draft))
        {
            return (null, ApiProblem.Conflict("The item may not be made."));
        }

        if (isDraft)
        {
            await _contents.SaveDraftAsync(item);
        }
        else if (!await _contents.PublishAsync(item))
        {
            return (null, ApiProblem.Conflict("The item may not be published."));
        }

        return (item, null);
    }

    private static IResult Invalid(string field, string sentence) => ApiProblem.Invalid(new Dictionary<string, string[]> { [field] = [sentence] });

    private static Dictionary<string, string[]> ByField(ContentValidateResult result) => result.Errors
        .SelectMany(error => error.MemberNames.DefaultIfEmpty(string.Empty), (error, field) => (field, error.ErrorMessage))
        .GroupBy(error => error.field, error => error.ErrorMessage ?? string.Empty)
        .ToDictionary(group => group.Key, group => group.ToArray());

    private static bool IsForAnother(ContentItem item, ContentPayload payload) =>
        payload.Json.ContainsKey(nameof(ContentItem.Owner)) && (payload.Item.Owner ?? string.Empty) != (item.Owner ?? string.Empty);

    // A draft, too: somebody else may publish it.
    private static bool IsToBeHomepage(ContentItem item) => item.TryGet<AutoroutePart>(out var route) && route.SetHomepage;

    private async Task<bool> MayWriteAsync(ContentItem item, bool isDraft) =>
        await MayAsync(CommonPermissions.EditContent, item) && (isDraft || await MayAsync(CommonPermissions.PublishContent, item));

    private Task<bool> MayAsync(Permission permission, ContentItem item) => _authorization.AuthorizeAsync(_http.User, permission, item);

    private IResult Refuse() => _http.ChallengeOrForbid(ApiAuthentication.SchemeName);
}
