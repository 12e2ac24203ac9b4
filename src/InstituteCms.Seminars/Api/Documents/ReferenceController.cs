using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace InstituteCms.Api.Documents;

/// <summary>The API as a page for people, made of its OpenAPI document. It needs no script and asks no other site.</summary>
public sealed class ReferenceController : Controller
{
    private const string DocumentName = "v1"; // As AddOpenApi names the one document there is.

    [HttpGet("api/seminars/reference")]
    public async Task<IActionResult> Index([FromKeyedServices(DocumentName)] IOpenApiDocumentProvider documents, CancellationToken cancellationToken)
    {
        var document = await documents.GetOpenApiDocumentAsync(cancellationToken);
        return View(Reference.Of(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!));
    }
}
