using InstituteCms.Events;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Email;
using OrchardCore.Mvc.ModelBinding;

namespace InstituteCms.Registrations;

/// <summary>The part's form. Times are those of the event's own zone, which is chosen on the same page.</summary>
public sealed class RegistrationPartDisplayDriver : ContentPartDisplayDriver<RegistrationPart>
{
    private readonly ISeatCounter _seats;
    private readonly IEmailAddressValidator _addresses;
    private readonly IStringLocalizer S;

    public RegistrationPartDisplayDriver(ISeatCounter seats, IEmailAddressValidator addresses, IStringLocalizer<RegistrationPartDisplayDriver> localizer)
    {
        _seats = seats;
        _addresses = addresses;
        S = localizer;
    }

    public override IDisplayResult Edit(RegistrationPart part, BuildPartEditorContext context) =>
        Initialize<RegistrationPartViewModel>(GetEditorShapeType(context), async model =>
        {
            var zone = Zone(part);
            model.Enabled = part.Enabled;
            model.OpensLocal = EventTimes.ToLocal(part.OpensUtc, zone);
            model.ClosesLocal = EventTimes.ToLocal(part.ClosesUtc, zone);
            model.Capacity = part.Capacity;
            model.Purpose = part.Purpose;
            model.RetentionDays = part.RetentionDays;
            model.ContactEmail = part.ContactEmail;
            model.TimeZoneId = zone;
            model.SeatsTaken = await SeatsTakenAsync(part);
        });

    public override async Task<IDisplayResult> UpdateAsync(RegistrationPart part, UpdatePartEditorContext context)
    {
        var model = new RegistrationPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        part.Enabled = model.Enabled;
        part.OpensUtc = ToUtc(model.OpensLocal, nameof(model.OpensLocal), part, context);
        part.ClosesUtc = ToUtc(model.ClosesLocal, nameof(model.ClosesLocal), part, context);
        part.Capacity = model.Capacity;
        part.Purpose = model.Purpose?.Trim();
        part.RetentionDays = model.RetentionDays ?? RetentionPolicy.DefaultDays;
        part.ContactEmail = model.ContactEmail?.Trim();

        foreach (var (field, message) in Problems(part, await SeatsTakenAsync(part)))
        {
            context.Updater.ModelState.AddModelError(Prefix, field, message);
        }

        return Edit(part, context);
    }

    private static string Zone(RegistrationPart part)
    {
        var zone = part.ContentItem.GetOrCreate<EventPart>().TimeZoneId;
        return EventTimes.IsKnownZone(zone) ? zone : "Etc/UTC";
    }

    private async Task<int> SeatsTakenAsync(RegistrationPart part) =>
        part.ContentItem.ContentItemId is { } id ? (await _seats.CountAsync([id])).GetValueOrDefault(id) : 0;

    private DateTime? ToUtc(DateTime? local, string field, RegistrationPart part, UpdatePartEditorContext context)
    {
        if (local is not { } time)
        {
            return null;
        }

        if (EventTimes.TryToUtc(time, Zone(part), out var utc, out _))
        {
            return utc;
        }

        context.Updater.ModelState.AddModelError(Prefix, field, S["The clocks of {0} skip this time. Enter another.", Zone(part)]);
        return null;
    }

    private IEnumerable<(string Field, string Message)> Problems(RegistrationPart part, int seatsTaken)
    {
        if (part.ClosesUtc <= part.OpensUtc)
        {
            yield return (nameof(RegistrationPartViewModel.ClosesLocal), S["Registration must close after it opens."]);
        }

        if (part.Capacity < 1)
        {
            yield return (nameof(RegistrationPartViewModel.Capacity), S["Enter at least 1 seat, or nothing for no limit."]);
        }
        else if (part.Capacity < seatsTaken)
        {
            yield return (nameof(RegistrationPartViewModel.Capacity), S["{0} seats are taken already: enter at least that many.", seatsTaken]);
        }

        if (part.RetentionDays is < 0 or > RetentionPolicy.MaxDays)
        {
            yield return (nameof(RegistrationPartViewModel.RetentionDays), S["Enter 0 to {0} days.", RetentionPolicy.MaxDays]);
        }

        if (!string.IsNullOrEmpty(part.ContactEmail) && !_addresses.Validate(part.ContactEmail))
        {
            yield return (nameof(RegistrationPartViewModel.ContactEmail), S["Enter an e-mail address, such as name@example.org."]);
        }
    }
}
