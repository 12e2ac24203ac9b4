using InstituteCms.Editors;
using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace InstituteCms.Registrations;

/// <summary>The part's form. Times are those of the event's own zone, which is chosen on the same page.</summary>
public sealed class RegistrationPartDisplayDriver : ContentPartDisplayDriver<RegistrationPart>
{
    private readonly ISeatCounter _seats;
    private readonly EventReview _review;
    private readonly RegistrantNews _news;
    private readonly EventTexts _texts;
    private readonly IStringLocalizer S;

    public RegistrationPartDisplayDriver(
        ISeatCounter seats, EventReview review, RegistrantNews news, EventTexts texts, IStringLocalizer<RegistrationPartDisplayDriver> localizer)
    {
        _news = news;
        _texts = texts;
        _seats = seats;
        _review = review;
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
            model.OnlineCapacity = part.OnlineCapacity;
            model.Purpose = part.Purpose;
            model.RetentionDays = part.RetentionDays;
            model.ContactEmail = part.ContactEmail;
            (model.ReminderHours, model.TellOfReport) = (part.Mails.ReminderHours, part.Mails.TellOfReport);
            model.TimeZoneId = zone;
            model.Seats = await _seats.CountAsync(part.ContentItem.ContentItemId);
            model.HeldBack = part.HeldBack;
            model.WaitlistLength = part.WaitlistLength;
            model.Promotion = part.Promotion;
            model.OfferHours = part.OfferHours;
            model.Approval = part.Approval;
            model.DoubleOptIn = part.DoubleOptIn;
            model.MaxParty = part.MaxParty;
            model.Audience = part.Audience;
            model.Domains = string.Join(", ", part.Domains);
            model.ChangesUntilLocal = EventTimes.ToLocal(part.ChangesUntilUtc, zone);
            model.Tell = part.Tell;
            model.ToldMark = ToldRegistrants.Mark(part.Told);
            model.Told = part.Told is { } told ? (told.Text, _texts.Moment(told.AtUtc, part.ContentItem.GetOrCreate<EventPart>())) : null;
            model.Registered = await _news.CountAsync(part.ContentItem.ContentItemId);
            var reviewed = await _review.ReadAsync(part.ContentItem);
            (model.Availability, model.Effect) = (reviewed.Availability, reviewed.Effect);
        });

    public override async Task<IDisplayResult> UpdateAsync(RegistrationPart part, UpdatePartEditorContext context)
    {
        var model = new RegistrationPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        part.Enabled = model.Enabled;
        part.OpensUtc = ToUtc(model.OpensLocal, nameof(model.OpensLocal), part, context);
        part.ClosesUtc = ToUtc(model.ClosesLocal, nameof(model.ClosesLocal), part, context);
        part.Capacity = model.Capacity;
        part.OnlineCapacity = model.OnlineCapacity;
        part.HeldBack = model.HeldBack ?? 0;
        part.WaitlistLength = model.WaitlistLength ?? 0;
        part.Promotion = model.Promotion;
        part.OfferHours = model.OfferHours ?? RegistrationRules.DefaultOfferHours;
        part.Approval = model.Approval;
        part.DoubleOptIn = model.DoubleOptIn;
        part.MaxParty = model.MaxParty ?? 1;
        part.Audience = model.Audience;
        part.Domains = RegistrationRules.ParseDomains(model.Domains);
        part.ChangesUntilUtc = ToUtc(model.ChangesUntilLocal, nameof(model.ChangesUntilLocal), part, context);
        part.Purpose = model.Purpose?.Trim();
        part.RetentionDays = model.RetentionDays ?? part.RetentionDays;
        part.ContactEmail = model.ContactEmail?.Trim();
        part.Mails = new() { ReminderHours = model.ReminderHours, TellOfReport = model.TellOfReport };
        part.Tell = IsToldAlready(model, part) || string.IsNullOrWhiteSpace(model.Tell) ? null : model.Tell.Trim();

        return Edit(part, context);
    }

    /// <summary>A form that is sent twice, as by a double click, tells them once.</summary>
    private static bool IsToldAlready(RegistrationPartViewModel model, RegistrationPart part) =>
        part.Told is { } told && (model.ToldMark ?? "") != ToldRegistrants.Mark(told) && told.Text == model.Tell?.Trim();

    private static string Zone(RegistrationPart part) => EventTimes.KnownZone(part.ContentItem.GetOrCreate<EventPart>().TimeZoneId);

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
}
