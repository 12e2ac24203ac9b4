using InstituteCms.Texts;
using System.Globalization;
using System.Text;
using CsvHelper;
using InstituteCms.Kernel.Audit;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Admin.Audit;

/// <summary>What the reader asks for; days are those of the site's zone.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Q">Part of a name or address.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Page">1 for the first.</param>
public sealed record AuditOptions(AuditCategory? Category, string? Q, DateOnly? From, DateOnly? To, int Page = 1);

/// <summary>One page of the trail.</summary>
public sealed record AuditViewModel(IReadOnlyList<AuditEntry> Entries, AuditOptions Options, int Total, int Pages);

/// <summary>Who did what: to be read and taken home, never changed.</summary>
public sealed class AuditController : Controller
{
    private const int PageSize = 50;
    private const int ExportSize = 50_000;

    private readonly AuditTrail _audit;
    private readonly ISiteService _sites;
    private readonly IAuthorizationService _authorization;
    private readonly AuditDetails _details;
    private readonly IStringLocalizer S;

    /// <summary>Serves the trail.</summary>
    public AuditController(
        AuditTrail audit, AuditDetails details, ISiteService sites, IAuthorizationService authorization, IStringLocalizer<AuditController> localizer)
    {
        _audit = audit;
        _details = details;
        _sites = sites;
        _authorization = authorization;
        S = localizer;
    }

    /// <summary>The newest entries first.</summary>
    [Admin("Audit", "Audit")]
    public async Task<IActionResult> Index(AuditOptions options)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        options = options with { Page = Math.Max(1, options.Page) };
        var (entries, total) = await _audit.ReadAsync(await FilterAsync(options), options.Page, PageSize);
        return View(new AuditViewModel(entries, options, total, Math.Max(1, (total + PageSize - 1) / PageSize)));
    }

    /// <summary>The same as a table for a spreadsheet program.</summary>
    [Admin("Audit/Export", "AuditExport")]
    public async Task<IActionResult> Export(AuditOptions options)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var (entries, _) = await _audit.ReadAsync(await FilterAsync(options), page: 1, ExportSize);
        Response.Headers.CacheControl = "no-cache, no-store";
        return File(await TableAsync(entries), "text/csv; charset=utf-8", "audit.csv");
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, AuditPermissions.ViewAuditTrail);

    private async Task<AuditFilter> FilterAsync(AuditOptions options)
    {
        var zone = (await _sites.GetSiteSettingsAsync()).TimeZoneId;
        DateTime? Start(DateOnly? day) => day is { } date ? SiteTimes.ToUtc(date.ToDateTime(TimeOnly.MinValue), zone) : null;
        var afterLast = options.To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : options.To;
        return new AuditFilter(options.Category, options.Q, Start(options.From), Start(afterLast));
    }

    private async Task<byte[]> TableAsync(IEnumerable<AuditEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            WriteRow(csv, S["When (UTC)"], S["Who"], S["What"], S["To what"], S["Id"], S["Details"], S["How often"], S["From where"]);
            foreach (var entry in entries)
            {
                WriteRow(
                    csv, entry.AtUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.UserName, S[AuditWords.Of(entry.Action)],
                    entry.Subject, entry.SubjectId, await _details.OfAsync(entry), entry.Times.ToString(CultureInfo.InvariantCulture), entry.Address);
            }
        }

        return stream.ToArray();
    }

    private static void WriteRow(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(SpreadsheetText.Safe(cell));
        }

        csv.NextRecord();
    }
}
