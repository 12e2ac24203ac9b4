using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;

namespace InstituteCms.Kernel.Headless.Contents;

/// <summary>An item as it was sent.</summary>
/// <param name="Json">Every member that was sent.</param>
/// <param name="Item">The same as an item.</param>
/// <param name="Problem">What is wrong, where it could not be read.</param>
internal sealed record ContentPayload(JsonObject Json, ContentItem Item, IResult? Problem = null)
{
    /// <summary>Bytes of a body: a long report with its pictures elsewhere has a tenth of that.</summary>
    private const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions _reading = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32, AllowDuplicateProperties = false,
    };

    public static async Task<ContentPayload> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return Of(ApiProblem.UnsupportedMediaType("application/json"));
        }

        var body = await ApiBody.ReadAsync(request, MaxBytes, cancellationToken);
        return body.Problem is { } problem ? Of(problem) : Parse(body.Text);
    }

    private static ContentPayload Parse(string text)
    {
        try
        {
            if (JsonNode.Parse(text, ContentJson.NodeOptions, _reading) is not JsonObject json)
            {
                return Of(ApiProblem.BadRequest("Send one content item: a JSON object."));
            }

            return JsonTexts.FirstUnfit(json) is { } unfit
                ? Of(ApiProblem.Invalid(new Dictionary<string, string[]> { [unfit] = [JsonTexts.Sentence] }))
                : Read(json);
        }
        catch (JsonException e)
        {
            return Of(ApiProblem.BadRequest($"This is not JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Found only when the members are walked through.
            return Of(ApiProblem.BadRequest("A name stands twice in one object, or cannot be read. Names are compared without regard to case."));
        }
    }

    private static ContentPayload Read(JsonObject json)
    {
        try
        {
            return new(json, json.DeepClone().Deserialize<ContentItem>(ContentJson.Options)!);
        }
        catch (JsonException)
        {
            return Of(ApiProblem.BadRequest("One of the item's own members, such as Published or CreatedUtc, is of the wrong type."));
        }
    }

    private static ContentPayload Of(IResult problem) => new([], new ContentItem(), problem);
}
