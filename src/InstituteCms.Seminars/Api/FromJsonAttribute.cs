using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Api;

/// <summary>Reads the body as the API's JSON. What is wrong with it is noted in the model state under its JSON pointer.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromJsonAttribute : ModelBinderAttribute<JsonBodyBinder>
{
    public FromJsonAttribute() => BindingSource = BindingSource.Body;
}

/// <summary>Does it.</summary>
public sealed class JsonBodyBinder : IModelBinder
{
    private const int MaxBytes = 64 * 1024;

    /// <exception cref="BadHttpRequestException">The body is no JSON by its own word (415), or larger than any that is meant (413).</exception>
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var S = bindingContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<JsonBodyBinder>>();
        try
        {
            using var document = JsonDocument.Parse(await ReadAsync(bindingContext.HttpContext.Request), new() { MaxDepth = ApiJson.MaxDepth });
            if (FindUnfit(document.RootElement, "#") is { } pointer)
            {
                bindingContext.ModelState.AddModelError(pointer, S["This holds a character that cannot be taken."]);
            }
            else if (document.RootElement.Deserialize(bindingContext.ModelType, ApiJson.Options) is { } model)
            {
                bindingContext.Result = ModelBindingResult.Success(model);
            }
            else
            {
                bindingContext.ModelState.AddModelError("#", S["Send an object."]);
            }
        }
        catch (JsonException e) when (e.LineNumber is { } line && e.Path is null)
        {
            bindingContext.ModelState.AddModelError("#", S["This is no JSON: look at line {0}, byte {1}.", line + 1, (e.BytePositionInLine ?? 0) + 1]);
        }
        catch (JsonException e)
        {
            bindingContext.ModelState.AddModelError(ApiRequestFilter.PointerOf(e.Path ?? ""), S["There is no such field, or its value is of another kind."]);
        }
        catch (InvalidOperationException)
        {
            bindingContext.ModelState.AddModelError("#", S["This holds a character that cannot be taken."]); // Half a character in a name.
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is no JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBytes)
            {
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        return body.ToArray();
    }

    /// <summary>Where there is a text that no database takes.</summary>
    private static string? FindUnfit(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(member => FindUnfit(member.Value, $"{pointer}/{member.Name}")).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, place) => FindUnfit(item, $"{pointer}/{place}")).FirstOrDefault(found => found is not null),
        JsonValueKind.String when !IsFit(value) => pointer,
        _ => null,
    };

    private static bool IsFit(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false; // Half of a character that is written in two.
        }
    }
}
