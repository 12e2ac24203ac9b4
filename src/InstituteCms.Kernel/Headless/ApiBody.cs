using System.Text;
using Microsoft.AspNetCore.Http;

namespace InstituteCms.Kernel.Headless;

/// <summary>The text of a request's body, read up to a limit.</summary>
/// <param name="Text">The text, where it could be read.</param>
/// <param name="Problem">What is wrong otherwise.</param>
internal sealed record ApiBody(string Text, IResult? Problem = null)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body; no more than <paramref name="maxBytes"/> of it are ever kept.</summary>
    public static async Task<ApiBody> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(request.ContentLength ?? maxBytes, maxBytes) + 1];
        var length = request.ContentLength > maxBytes ? maxBytes + 1 : await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > maxBytes)
        {
            return new(string.Empty, ApiProblem.TooLarge(maxBytes));
        }

        try
        {
            var start = buffer.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return new(_utf8.GetString(buffer, start, length - start));
        }
        catch (DecoderFallbackException)
        {
            return new(string.Empty, ApiProblem.BadRequest("The body is not text in UTF-8."));
        }
    }
}
