using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Admin;
using OrchardCore.Modules;

namespace InstituteCms.Privacy;

/// <summary>Who is looked for.</summary>
public sealed class PersonFinderForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Where they were found; <see langword="null"/> before anybody was looked for.</summary>
    [BindNever]
    public IReadOnlyList<PersonPlace>? Places { get; set; }
}

/// <summary>Finds what is left of a person.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed partial class PersonFinderController : Controller
{
    private readonly PersonFinder _finder;
    private readonly IAuthorizationService _authorization;
    private readonly ILogger _logger;
    private readonly IStringLocalizer S;

    public PersonFinderController(
        PersonFinder finder, IAuthorizationService authorization, ILogger<PersonFinderController> logger, IStringLocalizer<PersonFinderController> localizer)
    {
        _finder = finder;
        _authorization = authorization;
        _logger = logger;
        S = localizer;
    }

    [HttpGet]
    [Admin("Seminars/FindPerson", "SeminarsFindPerson")]
    public async Task<IActionResult> Index() => await MayAsync() ? View(new PersonFinderForm()) : Forbid();

    /// <summary>Looks. The person stands in no address, no log and no audit trail; that somebody looked does.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/FindPerson/Search", "SeminarsFindPersonSearch")]
    public async Task<IActionResult> FindPerson(PersonFinderForm form, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (string.IsNullOrWhiteSpace(form.Name) && string.IsNullOrWhiteSpace(form.Email))
        {
            ModelState.AddModelError(nameof(form.Name), S["Enter a name or an e-mail address."]);
        }

        Check(nameof(form.Name), form.Name);
        Check(nameof(form.Email), form.Email);
        if (ModelState.IsValid)
        {
            form.Places = await _finder.FindAsync(new([form.Name, form.Email]), cancellationToken);
            var (userId, places) = (User.FindFirstValue(ClaimTypes.NameIdentifier), form.Places.Count);
            LogSearched(userId, places);
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(nameof(Index), form);
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, PrivacyPermissions.FindPersonalData);

    private void Check(string field, string? said)
    {
        if (!string.IsNullOrWhiteSpace(said) && !PersonTrace.IsFit(said))
        {
            ModelState.AddModelError(field, S["Enter at least {0} characters.", PersonTrace.LeastLength]);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} looked for a person, who was found in {Places} places.")]
    private partial void LogSearched(string? userId, int places);
}
