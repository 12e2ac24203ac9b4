using Microsoft.AspNetCore.Http;

namespace InstituteCms.Kernel.Headless;

/// <summary>What is said to a program whose request cannot be answered: problem details (RFC 9457), in English.</summary>
internal static class ApiProblem
{
    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static IResult Unauthorized(string detail) => Of(StatusCodes.Status401Unauthorized, detail);

    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, detail);

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>405 for every method but those that are <paramref name="allowed"/>.</summary>
    public static Func<HttpContext, IResult> OtherMethods(string allowed) => http =>
    {
        http.Response.Headers.Allow = allowed;
        return Of(StatusCodes.Status405MethodNotAllowed, $"This method does nothing at this address; {allowed} does.");
    };

    public static IResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    public static IResult TooLarge(int maxBytes) => Of(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {maxBytes} bytes.");

    public static IResult UnsupportedMediaType(string supported) => Of(StatusCodes.Status415UnsupportedMediaType, $"Send the body as {supported}.");

    /// <summary>400, with a list of sentences for each field.</summary>
    public static IResult Invalid(IDictionary<string, string[]> errors) => Results.ValidationProblem(errors, detail: string.Join(' ', errors.SelectMany(error => error.Value)));

    private static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status);
}
