using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Exports;

/// <summary>An event's registrations as files for a spreadsheet program. None is kept here; that somebody took one is written down.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationExportController : Controller
{
    private readonly RegistrationTables _tables;
    private readonly EventAccess _access;
    private readonly IStringLocalizer S;

    public RegistrationExportController(
        RegistrationTables tables, EventAccess access, IStringLocalizer<RegistrationExportController> localizer)
    {
        _tables = tables;
        _access = access;
        S = localizer;
    }

    /// <summary>All of them, or those that a list is filtered to, as comma-separated values.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Export", "SeminarsEventRegistrationsExport")]
    public Task<IActionResult> Csv(string eventId, RegistrationFilter filter, CancellationToken cancellationToken) => ExportAsync(
        eventId, filter, CsvTable.ContentType, "csv", (stream, table) => CsvTable.WriteAsync(stream, table, cancellationToken), cancellationToken);

    /// <summary>The same as a workbook.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Export/Xlsx", "SeminarsEventRegistrationsExportXlsx")]
    public Task<IActionResult> Xlsx(string eventId, RegistrationFilter filter, CancellationToken cancellationToken) => ExportAsync(
        eventId, filter, XlsxTable.ContentType, "xlsx", (stream, table) => XlsxTable.WriteAsync(stream, S["Registrations"], table, cancellationToken), cancellationToken);

    private async Task<IActionResult> ExportAsync(
        string eventId, RegistrationFilter filter, string contentType, string ending, Func<Stream, RegistrationTable, Task> write, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ExportRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        var stream = new MemoryStream(); // The result closes it.
        await write(stream, await _tables.LayOutAsync(@event, filter, cancellationToken));
        stream.Position = 0;
        Response.Headers.CacheControl = "no-cache, no-store";
        return File(stream, contentType, $"registrations-{eventId}{(filter.IsAll ? "" : "-selection")}.{ending}");
    }
}
