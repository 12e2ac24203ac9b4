using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace InstituteCms.Api;

/// <summary>An answer that everybody may have: with a tag by which a program asks again and is told at once that nothing has changed.</summary>
public sealed class ApiAnswer : ActionResult
{
    private readonly object _value;

    public ApiAnswer(object value) => _value = value;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(_value, _value.GetType(), ApiJson.Options);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache"; // May be kept, and is asked for again each time.
        response.Headers.Append("Vary", "Accept-Language");
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }
}

/// <summary>An answer that only whoever asked may have.</summary>
public sealed class PersonalAnswer : ActionResult
{
    private readonly object _value;
    private readonly int _status;

    public PersonalAnswer(object value, int status = StatusCodes.Status200OK) => (_value, _status) = (value, status);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = _status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(_value, _value.GetType(), ApiJson.Options), context.HttpContext.RequestAborted);
    }
}

/// <summary>A problem instead of an answer.</summary>
public sealed class ProblemAnswer : ActionResult
{
    public const string ContentType = "application/problem+json";

    private readonly ApiProblem _problem;

    public ProblemAnswer(ApiProblem problem) => _problem = problem;

    public override Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, _problem);

    internal static async Task WriteAsync(HttpContext http, ApiProblem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Options), http.RequestAborted);
        }
    }
}
