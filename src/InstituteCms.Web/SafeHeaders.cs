namespace InstituteCms.Web;

/// <summary>Headers that keep a browser from guessing, framing and leaking. A page that needs it stricter says so itself.</summary>
internal static class SafeHeaders
{
    private static readonly (string Name, string Value)[] _headers =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Content-Security-Policy", "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"),
    ];

    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in _headers)
            {
                context.Response.Headers.TryAdd(name, value);
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
