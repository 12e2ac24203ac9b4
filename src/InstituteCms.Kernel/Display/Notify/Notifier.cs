using System.Text.Json;
using InstituteCms.Kernel.Liquid;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Notify;

namespace InstituteCms.Kernel.Display;

internal sealed class Notifier : INotifier
{
    private readonly List<NotifyEntry> _entries = [];

    public ValueTask AddAsync(NotifyType type, LocalizedHtmlString message)
    {
        _entries.Add(new NotifyEntry { Type = type, Message = new HtmlString(LiquidOptionsSetup.ToText(message)) });
        return ValueTask.CompletedTask;
    }

    public IList<NotifyEntry> List() => _entries;
}

/// <summary>Puts messages into the layout's Messages zone; carries them over a redirect in an encrypted cookie.</summary>
internal sealed class NotifyFilter(INotifier notifier, ILayoutAccessor layouts, IShapeFactory shapes, IDataProtectionProvider protection) : IAsyncAlwaysRunResultFilter
{
    private const string CookieName = "messages";

    private IDataProtector Protector => protection.CreateProtector("InstituteCms.Notify");

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is ViewResult)
        {
            await ShowAsync(http);
        }
        else if (notifier.List().Count > 0 && !http.Response.HasStarted)
        {
            Keep(http);
        }

        await next();
    }

    private async Task ShowAsync(HttpContext http)
    {
        var entries = Kept(http).Concat(notifier.List().Select(e => new Entry(e.Type, LiquidOptionsSetup.ToText(e.Message)))).ToList();
        var zone = (await layouts.GetLayoutAsync()).Zones["Messages"];
        foreach (var entry in entries)
        {
            var shape = await shapes.CreateAsync("Message");
            shape.Properties["Type"] = entry.Type.ToString();
            shape.Properties["Message"] = new HtmlString(entry.Html);
            await zone.AddAsync(shape, "");
        }
    }

    private void Keep(HttpContext http)
    {
        var entries = Kept(http).Concat(notifier.List().Select(e => new Entry(e.Type, LiquidOptionsSetup.ToText(e.Message))));
        http.Response.Cookies.Append(CookieName, Protector.Protect(JsonSerializer.Serialize(entries)), Options(http));
    }

    private List<Entry> Kept(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return [];
        }

        http.Response.Cookies.Delete(CookieName, Options(http));
        try
        {
            return JsonSerializer.Deserialize<List<Entry>>(Protector.Unprotect(cookie)) ?? [];
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return []; // Forged, or protected by keys that are gone.
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
    };

    private sealed record Entry(NotifyType Type, string Html);
}
