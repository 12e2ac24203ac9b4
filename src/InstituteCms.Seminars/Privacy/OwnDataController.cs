using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Privacy;

/// <summary>Where registrants take what is known of them, or have it erased.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class OwnDataController : Controller
{
    private readonly PersonalPages _pages;
    private readonly RegistrationDesk _desk;
    private readonly OwnDataReader _reader;
    private readonly OwnDataFile _file;

    public OwnDataController(PersonalPages pages, RegistrationDesk desk, OwnDataReader reader, OwnDataFile file)
    {
        _pages = pages;
        _desk = desk;
        _reader = reader;
        _file = file;
    }

    [HttpGet("registrations/{token}/data.json")]
    [PersonalPage]
    public async Task<IActionResult> Json(string token, CancellationToken cancellationToken) =>
        await _pages.FindAsync(token, cancellationToken) is { } page
            ? File(OwnDataFile.ToJson(await _reader.ReadAsync(page, cancellationToken)), "application/json", "registration.json")
            : NotFound();

    [HttpGet("registrations/{token}/data.csv")]
    [PersonalPage]
    public async Task<IActionResult> Csv(string token, CancellationToken cancellationToken) =>
        await _pages.FindAsync(token, cancellationToken) is { } page
            ? File(_file.ToCsv(await _reader.ReadAsync(page, cancellationToken)), "text/csv; charset=utf-8", "registration.csv")
            : NotFound();

    /// <summary>Says what it means, and asks once more.</summary>
    [HttpGet("registrations/{token}/erase")]
    [PersonalPage]
    public async Task<IActionResult> Erase(string token, CancellationToken cancellationToken) =>
        await _pages.FindAsync(token, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("registrations/{token}/erase")]
    [ActionName(nameof(Erase))]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmErase(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _desk.EraseAsync(secret, cancellationToken)
            ? RedirectToAction(nameof(Erased))
            : NotFound();

    /// <summary>Says the same to everybody: nobody is known here any more.</summary>
    [HttpGet("registrations/erased")]
    public IActionResult Erased() => View();
}
