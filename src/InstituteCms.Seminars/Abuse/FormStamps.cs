using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;

namespace InstituteCms.Abuse;

/// <summary>Says in a form, in a way that nobody can forge, when it was shown. Good in every process that shares the site's keys.</summary>
public sealed class FormStamps
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "FormStamp";

    private readonly IDataProtector _protector;
    private readonly IClock _clock;

    public FormStamps(IDataProtectionProvider protection, IClock clock) =>
        (_protector, _clock) = (protection.CreateProtector("InstituteCms.Abuse.FormStamps"), clock);

    /// <summary>A stamp for the form of this page. One that comes back for correction was read already: its stamp counts as an hour old.</summary>
    public string Issue(HttpRequest request)
    {
        var shownUtc = HttpMethods.IsPost(request.Method) ? _clock.UtcNow.AddHours(-1) : _clock.UtcNow;
        return _protector.Protect($"{shownUtc.Ticks.ToString(CultureInfo.InvariantCulture)} {PageOf(request)}");
    }

    /// <summary>When the form that was sent was shown, or <see langword="null"/> if it carries no stamp of this page.</summary>
    public DateTime? ShownUtc(HttpRequest request)
    {
        try
        {
            return _protector.Unprotect(request.Form[Field].ToString()).Split(' ', 2) is [var ticks, var page] && page == PageOf(request)
                ? new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string PageOf(HttpRequest request) => request.Path.Value!.ToUpperInvariant();
}
