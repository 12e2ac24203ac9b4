using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>
/// The recipe step <c>Registrations</c>: brings the registrations of another site, with the seats they hold and the personal links that
/// open them. What was brought before is left alone, so the step may run again.
/// </summary>
/// <remarks>All of them or none: nothing is written before everything was looked at, and all of it in one transaction.</remarks>
public sealed class RegistrationsStep : NamedRecipeStepHandler
{
    public const string Name = "Registrations";

    private const int EventIdLength = 26;

    private readonly ISession _session;
    private readonly SeatLedger _seats;
    private readonly IStringLocalizer S;

    public RegistrationsStep(ISession session, SeatLedger seats, IStringLocalizer<RegistrationsStep> localizer)
        : base(Name)
    {
        _session = session;
        _seats = seats;
        S = localizer;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var moved = Read(context);
        if (context.Errors.Count > 0)
        {
            return;
        }

        await _session.BeginTransactionAsync(); // First of all, so that what is read still holds when it is written.
        foreach (var ofOneEvent in moved.GroupBy(registration => registration.EventId).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await _seats.LockAsync(ofOneEvent.Key);
            var present = (await _session.Query<Registration, RegistrationIndex>(registration => registration.EventId == ofOneEvent.Key).ListAsync()).ToList();
            foreach (var registration in ofOneEvent)
            {
                var same = present.Find(other => IsSame(other, registration));
                if (same is null)
                {
                    await BringAsync(registration, present);
                }
                else
                {
                    present.Remove(same);
                }
            }
        }
    }

    private List<Registration> Read(RecipeExecutionContext context)
    {
        var moved = new List<Registration>();
        foreach (var (number, json) in (context.Step[Name] as JsonArray ?? []).Index())
        {
            try
            {
                moved.Add(MovedRegistrations.Read(json));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                context.Errors.Add(S["Registration {0} of the package cannot be read.", number + 1]);
                continue;
            }

            if (!IsValid(moved[^1]))
            {
                context.Errors.Add(S["Registration {0} of the package is incomplete.", number + 1]);
            }
        }

        return moved;
    }

    private static bool IsValid(Registration registration) =>
        registration.EventId is { Length: > 0 and <= EventIdLength }
        && Enum.IsDefined(registration.Status)
        && (registration.ErasedUtc is not null
            || (EmailAddressKey.From(registration.Email) is { Length: <= EmailAddressKey.MaxLength } emailKey
                && (emailKey.Length > 0 || registration.LastTick is not null) // Those who were let in at the door have no address.
                && registration.TokenHashes.Count > 0
                && registration.TokenHashes.TrueForAll(hash => hash.Length == PersonalToken.HashLength)));

    // A link is one registration's alone. One that was erased has none any more, here or there: its moment has to do, which may
    // have been stored in whole seconds.
    private static bool IsSame(Registration one, Registration other) =>
        one.ErasedUtc is null && other.ErasedUtc is null
            ? one.TokenHashes.Intersect(other.TokenHashes).Any()
            : (one.CreatedUtc - other.CreatedUtc).Duration() < TimeSpan.FromSeconds(1);

    private async Task BringAsync(Registration registration, List<Registration> present)
    {
        var emailKey = EmailAddressKey.From(registration.Email);
        if (registration is { IsActive: true, ErasedUtc: null } && !await _seats.TryClaimAsync(registration.EventId, emailKey))
        {
            await JoinAsync(registration, present.Find(other =>
                other.IsActive && EmailAddressKey.From(other.Email) == emailKey));
            return;
        }

        // Seats that were given are kept, however many the event offers. The row remains when the seat does not: erasure goes by it.
        await _seats.LockAsync(registration.EventId);
        if (registration.SeatsHeld > 0)
        {
            await _seats.TryTakeSeatsAsync(registration.EventId, registration.SeatsHeld, registration.Invited, capacity: null, heldBack: 0, registration.Mode);
        }

        if (registration.Status == RegistrationStatus.Waitlisted)
        {
            (registration.Line, _) = await _seats.JoinLineAsync(registration.EventId, registration.Seats, registration.Mode);
        }

        await _session.SaveAsync(registration);
    }

    /// <summary>Somebody registered here as well, with the same address: one seat, and the links from there open it too.</summary>
    private async Task JoinAsync(Registration registration, Registration? holder)
    {
        if (holder is not null)
        {
            holder.TokenHashes = [.. holder.TokenHashes, .. registration.TokenHashes];
            await _session.SaveAsync(holder);
        }
    }
}
