using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Api.Registering;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InstituteCms.Api.Documents;

/// <summary>Makes the OpenAPI document out of the controllers, their types and what is written at them.</summary>
internal static class SeminarsDocument
{
    private const string Organizers = "Organisers";
    private const string AccessToken = "accessToken";

    private static readonly Dictionary<string, string> _tags = new()
    {
        ["Events"] = "What is announced, and whether one can register.",
        ["Reports"] = "What was written afterwards.",
        ["Series"] = "What events are grouped by.",
        ["Speakers"] = "Who talks.",
        ["Registrations"] = "Registers people. What a registrant may do needs the personal token that the registration was answered with.",
        [Organizers] = "Registrations, for organisers with the right to those of the event.",
    };

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith(SeminarsApiController.Root, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            SayWhoMay(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            Complete(operation);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (ApiExamples.Of(context.JsonTypeInfo.Type) is { } example)
            {
                schema.Examples = [JsonSerializer.SerializeToNode(example, ApiJson.Options)!]; // Examples are objects.
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>The document is made by other options than the answers: they have to agree.</summary>
    public static void UseJsonOfTheApi(JsonOptions options) => options.SerializerOptions.NumberHandling = ApiJson.Options.NumberHandling;

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Seminars API",
            Version = "1",
            Description =
                "Everything a program may know of an institute's seminars, and the way to register for them. Each department has its own at its own address. "
                + "Answers are in the language of Accept-Language. Errors are Problem Details (RFC 9457) that name the field. "
                + "Public answers carry an ETag: ask again with If-None-Match, and 304 says that nothing has changed.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        foreach (var server in document.Servers ?? [])
        {
            server.Url = server.Url?.TrimEnd('/'); // Paths begin with one.
        }

        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = _tags.GetValueOrDefault(tag.Name ?? "");
        }
    }

    /// <summary>Anybody, unless an operation says otherwise.</summary>
    private static void SayWhoMay(OpenApiDocument document)
    {
        document.AddComponent(AccessToken, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An access token of somebody with the permissions that the operation needs.",
        });
        document.Security = [new OpenApiSecurityRequirement()];
        var operations = document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>());
        foreach (var operation in operations.Where(operation => operation.Tags?.Any(tag => tag.Name == Organizers) == true))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AccessToken, document)] = [] }];
        }
    }

    private static void Complete(OpenApiOperation operation)
    {
        foreach (var header in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Header))
        {
            // A documentation comment has the parameter's name in the code, which is another.
            header.Description ??= header.Name == IdempotencyKeys.Header
                ? "Made up anew for each registration; sent again with the same body, it gets the same answer and registers nobody twice. Kept for a day."
                : "The personal token, where it is not in the path.";
        }

        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Description = null; // It is taken from the comment on another parameter; the type of the body says what it is.
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status == "429" && response is OpenApiResponse limited)
            {
                limited.Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["Retry-After"] = Header("Seconds to wait before the next request."),
                    ["RateLimit-Limit"] = Header("Requests that are let in within a minute."),
                    ["RateLimit-Remaining"] = Header("Requests that are let in now."),
                    ["RateLimit-Reset"] = Header("Seconds after which all are let in again."),
                };
            }
        }
    }

    private static OpenApiHeader Header(string description) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Examples = [JsonValue.Create(60)] },
    };
}
