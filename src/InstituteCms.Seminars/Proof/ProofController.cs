using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Proof;

/// <summary>Shows whether what the desk promises holds. It only looks.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ProofController : Controller
{
    private const int PageSize = 20;

    private readonly IContentManager _contentManager;
    private readonly SeatLedger _seats;
    private readonly RegistrationProof _proof;
    private readonly IAuthorizationService _authorization;

    public ProofController(IContentManager contentManager, SeatLedger seats, RegistrationProof proof, IAuthorizationService authorization)
    {
        _contentManager = contentManager;
        _seats = seats;
        _proof = proof;
        _authorization = authorization;
    }

    /// <summary>The events that have registrants, each checked just now, some on a page.</summary>
    [Admin("Seminars/Proof", "SeminarsProof")]
    public async Task<IActionResult> Index(int pageNumber, CancellationToken cancellationToken)
    {
        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations))
        {
            return Forbid();
        }

        pageNumber = Math.Max(1, pageNumber);
        var ids = await _seats.ListEventsAsync((pageNumber - 1) * PageSize, PageSize + 1, cancellationToken);
        var rows = new List<ProofRow>();
        foreach (var @event in await _contentManager.GetAsync(ids.Take(PageSize), VersionOptions.Latest))
        {
            rows.Add(new(@event, await _proof.CheckAsync(@event, cancellationToken)));
        }

        return View(new ProofPage(rows, pageNumber, HasMore: ids.Count > PageSize));
    }

    /// <summary>One event, check by check.</summary>
    [Admin("Seminars/Proof/{eventId}", "SeminarsEventProof")]
    public async Task<IActionResult> Event(string eventId, CancellationToken cancellationToken)
    {
        if (await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event)
        {
            return NotFound();
        }

        return await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event)
            ? View(new ProofRow(@event, await _proof.CheckAsync(@event, cancellationToken)))
            : Forbid();
    }
}

/// <summary>One event and what came of its checks.</summary>
public sealed record ProofRow(ContentItem Event, IReadOnlyList<ProofResult> Results)
{
    public bool Holds => Results.All(result => result.Holds);
}

/// <summary>Some events.</summary>
public sealed record ProofPage(IReadOnlyList<ProofRow> Rows, int Page, bool HasMore);
