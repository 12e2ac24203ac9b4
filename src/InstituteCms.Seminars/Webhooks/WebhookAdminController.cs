using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Webhooks;

/// <summary>Sets up the programs that are told what happens.</summary>
[Feature("InstituteCms.Seminars.Webhooks")]
public sealed class WebhookAdminController : Controller
{
    /// <summary>Carries a new secret to the page that shows it once.</summary>
    internal const string NewSecret = "WebhookSecret";

    private readonly WebhookEndpoints _endpoints;
    private readonly SiteAddress _site;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public WebhookAdminController(
        WebhookEndpoints endpoints, SiteAddress site, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<WebhookAdminController> stringLocalizer, IHtmlLocalizer<WebhookAdminController> htmlLocalizer)
    {
        _endpoints = endpoints;
        _site = site;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    [HttpGet]
    [Admin("Seminars/Webhooks", "SeminarsWebhooks")]
    public async Task<IActionResult> Index() => await MayAsync() ? View(await _endpoints.ListAsync()) : Forbid();

    [HttpGet]
    [Admin("Seminars/Webhooks/Create", "SeminarsWebhooksCreate")]
    public async Task<IActionResult> Create() => await MayAsync() ? View("Edit", new WebhookForm()) : Forbid();

    [HttpPost, ActionName(nameof(Create))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/Create", "SeminarsWebhooksCreate")]
    public async Task<IActionResult> CreatePost(WebhookForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        Check(form);
        if (ModelState.IsValid && (await _endpoints.ListAsync()).Count >= WebhookEndpoints.Most)
        {
            ModelState.AddModelError(nameof(form.Url), S["There are {0} endpoints already. Delete one first.", WebhookEndpoints.Most]);
        }

        if (!ModelState.IsValid)
        {
            return View("Edit", form);
        }

        var endpoint = new WebhookEndpoint { SiteUrl = _site.Absolute("~/").TrimEnd('/'), CreatedBy = User.Identity?.Name ?? "" };
        Fill(endpoint, form);
        TempData[NewSecret] = await _endpoints.CreateAsync(endpoint, form.IsActive);
        return ToLog(endpoint.Id);
    }

    [HttpGet]
    [Admin("Seminars/Webhooks/{id:long}/Edit", "SeminarsWebhooksEdit")]
    public Task<IActionResult> Edit(long id) => WithAsync(id, endpoint => Task.FromResult<IActionResult>(View(WebhookForm.Of(endpoint))));

    [HttpPost, ActionName(nameof(Edit))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/{id:long}/Edit", "SeminarsWebhooksEdit")]
    public Task<IActionResult> EditPost(long id, WebhookForm form) => WithAsync(id, async endpoint =>
    {
        Check(form);
        if (!ModelState.IsValid)
        {
            form.Id = id;
            return View(form);
        }

        Fill(endpoint, form);
        await _endpoints.SaveAsync(endpoint, form.IsActive);
        await _notifier.SuccessAsync(H["The endpoint is saved."]);
        return ToLog(id);
    });

    /// <summary>Makes a new secret. The old one signs beside it for a day.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/{id:long}/Secret", "SeminarsWebhooksSecret")]
    public Task<IActionResult> Secret(long id) => WithAsync(id, async endpoint =>
    {
        TempData[NewSecret] = await _endpoints.RenewSecretAsync(endpoint);
        return ToLog(id);
    });

    /// <summary>Deletes the endpoint and all that it was told.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/{id:long}/Delete", "SeminarsWebhooksDelete")]
    public Task<IActionResult> Delete(long id) => WithAsync(id, async endpoint =>
    {
        await _endpoints.DeleteAsync(endpoint);
        await _notifier.SuccessAsync(H["The endpoint is deleted and told nothing more."]);
        return RedirectToAction(nameof(Index));
    });

    private static void Fill(WebhookEndpoint endpoint, WebhookForm form)
    {
        endpoint.Url = form.Url!.Trim(); // Checked.
        endpoint.Description = form.Description?.Trim() ?? "";
        endpoint.Kinds = [.. form.Kinds.Distinct()];
    }

    private void Check(WebhookForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.Url) && !_endpoints.IsFit(form.Url.Trim()))
        {
            ModelState.AddModelError(nameof(form.Url), S["Enter a public web address that starts with https://, without a user name."]);
        }

        if (form.Kinds.Count == 0 || form.Kinds.Except(_endpoints.Kinds).Any())
        {
            ModelState.AddModelError(nameof(form.Kinds), S["Choose at least one."]);
        }
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, WebhookPermissions.ManageWebhooks);

    private async Task<IActionResult> WithAsync(long id, Func<WebhookEndpoint, Task<IActionResult>> act) =>
        !await MayAsync() ? Forbid() : await _endpoints.FindAsync(id) is { } endpoint ? await act(endpoint) : NotFound();

    private RedirectToActionResult ToLog(long id) => RedirectToAction(nameof(WebhookLogController.Index), "WebhookLog", new { id });
}
