using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Webhooks;

/// <summary>What one program was told, and what it answered.</summary>
[Feature("InstituteCms.Seminars.Webhooks")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WebhookLogController : Controller
{
    private const int PageSize = 30;

    private readonly WebhookEndpoints _endpoints;
    private readonly WebhookNews _news;
    private readonly WebhookOutbox _outbox;
    private readonly WebhookTexts _texts;
    private readonly ISession _session;
    private readonly IClock _clock;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public WebhookLogController(
        WebhookEndpoints endpoints, WebhookNews news, WebhookOutbox outbox, WebhookTexts texts, ISession session, IClock clock,
        IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<WebhookLogController> localizer)
    {
        _endpoints = endpoints;
        _news = news;
        _outbox = outbox;
        _texts = texts;
        _session = session;
        _clock = clock;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>The latest first.</summary>
    [HttpGet]
    [Admin("Seminars/Webhooks/{id:long}", "SeminarsWebhookLog")]
    public Task<IActionResult> Index(long id, WebhookStatus? status, int pageNumber) => WithAsync(id, async endpoint =>
    {
        var number = Math.Max(1, pageNumber);
        var messages = await Query(id, status).OrderByDescending(x => x.CreatedUtc).Skip((number - 1) * PageSize).Take(PageSize).ListAsync();
        return View(new WebhookLogPage(
            endpoint,
            endpoint.Secrets.Any(secret => secret.EndsUtc > _clock.UtcNow) ? endpoint.Secrets[^1].EndsUtc : null,
            TempData[WebhookAdminController.NewSecret] as string,
            status,
            new([.. messages.OrderByDescending(x => x.CreatedUtc).ThenByDescending(x => x.Id)], number, PageSize, await Query(id, status).CountAsync())));
    });

    /// <summary>Sends a message that says nothing, and waits for the answer.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/{id:long}/Test", "SeminarsWebhookTest")]
    public Task<IActionResult> Test(long id) => WithAsync(id, async endpoint =>
    {
        var message = await _news.TestAsync(endpoint);
        await _session.SaveChangesAsync();
        await TellAsync(await _outbox.DeliverAsync(message.Id));
        return RedirectToAction(nameof(Index), new { id });
    });

    /// <summary>Sends a message again, the same in every byte but for time and signature, and waits for the answer.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Webhooks/{id:long}/Messages/{message:long}/Replay", "SeminarsWebhookReplay")]
    public Task<IActionResult> Replay(long id, long message) => WithAsync(id, async _ =>
    {
        if (await _session.GetAsync<WebhookMessage>(message) is not { } sent || sent.EndpointId != id)
        {
            return NotFound();
        }

        if (sent.MayBeSentAgain)
        {
            sent.SendAgain(_clock.UtcNow);
            await _session.SaveAsync(sent);
            await _session.SaveChangesAsync();
        }

        await TellAsync(await _outbox.DeliverAsync(message));
        return RedirectToAction(nameof(Index), new { id });
    });

    private async Task TellAsync(WebhookAnswer? answer)
    {
        switch (answer)
        {
            case null:
                await _notifier.InformationAsync(H["The message is on its way already."]);
                break;
            case { Problem: WebhookProblem.None }:
                await _notifier.SuccessAsync(H["The message was taken with status {0}.", answer.Status!]);
                break;
            case { Status: { } status }:
                await _notifier.ErrorAsync(H["The message was answered with status {0}. {1}", status, _texts.ReasonOf(answer.Problem)]);
                break;
            default:
                await _notifier.ErrorAsync(H["The message was not taken. {0}", _texts.ReasonOf(answer.Problem)]);
                break;
        }
    }

    private async Task<IActionResult> WithAsync(long id, Func<WebhookEndpoint, Task<IActionResult>> act) =>
        !await _authorization.AuthorizeAsync(User, WebhookPermissions.ManageWebhooks) ? Forbid()
            : await _endpoints.FindAsync(id) is { } endpoint ? await act(endpoint) : NotFound();

    private IQuery<WebhookMessage, WebhookMessageIndex> Query(long endpointId, WebhookStatus? status)
    {
        var query = _session.Query<WebhookMessage, WebhookMessageIndex>(message => message.EndpointId == endpointId);
        return status?.ToString() is { } name ? query.Where(message => message.Status == name) : query;
    }
}

/// <summary>One page of what an endpoint was told.</summary>
/// <param name="OldSecretEndsUtc">Until when a secret that was replaced signs as well.</param>
/// <param name="NewSecret">The secret, on the one page that shows it.</param>
public sealed record WebhookLogPage(
    WebhookEndpoint Endpoint, DateTime? OldSecretEndsUtc, string? NewSecret, WebhookStatus? Status, Page<WebhookMessage> Messages);
