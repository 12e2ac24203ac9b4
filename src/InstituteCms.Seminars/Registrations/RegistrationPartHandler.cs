using System.Diagnostics;
using InstituteCms.Mails;
using Microsoft.Extensions.Localization;
using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Email;
using OrchardCore.Settings;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Refuses what cannot be, whether it comes from the form, the API or a recipe.</summary>
public sealed class RegistrationPartHandler : ContentPartHandler<RegistrationPart>
{
    private readonly IEmailAddressValidator _addresses;
    private readonly RegistrationDesk _desk;
    private readonly RegistrantNews _news;
    private readonly ISession _session;
    private readonly ISiteService _sites;
    private readonly IStringLocalizer S;

    public RegistrationPartHandler(
        IEmailAddressValidator addresses, RegistrationDesk desk, RegistrantNews news, ISession session, ISiteService sites,
        IStringLocalizer<RegistrationPartHandler> localizer)
    {
        _desk = desk;
        _news = news;
        _session = session;
        _sites = sites;
        _addresses = addresses;
        S = localizer;
    }

    /// <summary>A new event starts from what the institute has set for all.</summary>
    public override async Task InitializingAsync(InitializingContentContext context, RegistrationPart part)
    {
        part.RetentionDays = (await _sites.GetSettingsAsync<PrivacySettings>()).RetentionDays;
        context.ContentItem.Apply(part);
    }

    /// <summary>A copy is another event: nobody is registered for it.</summary>
    public override Task CloningAsync(CloneContentContext context, RegistrationPart part)
    {
        context.CloneContentItem.Alter<RegistrationPart>(copy => (copy.Tell, copy.Told) = (null, null));
        return Task.CompletedTask;
    }

    /// <summary>Tells those registered what the editor wrote to them, once.</summary>
    public override async Task PublishedAsync(PublishContentContext context, RegistrationPart part)
    {
        await _desk.MoveUpAsync(context.ContentItem);
        if (string.IsNullOrWhiteSpace(part.Tell))
        {
            return;
        }

        part.Told = await _news.TellAsync(context.ContentItem, part.Tell, IsAnotherPlan(context));
        part.Tell = null;
        context.ContentItem.Apply(part);
        await _session.SaveAsync(context.ContentItem);
    }

    private static bool IsAnotherPlan(PublishContentContext context) =>
        context.PreviousItem?.GetOrCreate<EventPart>() is { } before && context.ContentItem.GetOrCreate<EventPart>().MeansAnotherPlan(before);

    protected override Task ValidatingAsync(ValidateContentPartContext context, RegistrationPart part)
    {
        var terms = new RegistrationTerms(part.OpensUtc, part.ClosesUtc, part.Capacity, part.OnlineCapacity, part.RetentionDays, part.HeldBack, part.OfferHours, part.Rules());
        foreach (var problem in terms.Problems())
        {
            var (field, message) = Say(problem);
            context.Fail(message, field);
        }

        if (part.Mails.ReminderHours is < 1 or > ReminderTime.MaxHours)
        {
            context.Fail(S["Enter 1 to {0} hours, or nothing for no reminder.", ReminderTime.MaxHours], nameof(MailTerms.ReminderHours));
        }

        if (!string.IsNullOrEmpty(part.ContactEmail) && !_addresses.Validate(part.ContactEmail))
        {
            context.Fail(S["Enter an e-mail address, such as name@example.org."], nameof(part.ContactEmail));
        }

        return Task.CompletedTask;
    }

    private (string Field, string Message) Say(RegistrationTermsProblem problem) => problem switch
    {
        RegistrationTermsProblem.ClosesBeforeItOpens =>
            (nameof(RegistrationPartViewModel.ClosesLocal), S["Registration must close after it opens."]),
        RegistrationTermsProblem.NoSeats =>
            (nameof(RegistrationPart.Capacity), S["Enter at least 1 seat, or nothing for no limit."]),
        RegistrationTermsProblem.NoSeatsOnline =>
            (nameof(RegistrationPart.OnlineCapacity), S["Enter at least 1 seat, or nothing for no limit."]),
        RegistrationTermsProblem.HeldBackOutOfRange =>
            (nameof(RegistrationPart.HeldBack), S["Enter no more seats than there are."]),
        RegistrationTermsProblem.WaitlistOutOfRange =>
            (nameof(RegistrationPart.WaitlistLength), S["Enter 0 or more."]),
        RegistrationTermsProblem.OfferOutOfRange =>
            (nameof(RegistrationPart.OfferHours), S["Enter 1 to {0} hours.", RegistrationTerms.MaxOfferHours]),
        RegistrationTermsProblem.PartyOutOfRange =>
            (nameof(RegistrationPart.MaxParty), S["Enter 1 to {0} people.", RegistrationRules.LargestParty]),
        RegistrationTermsProblem.NoDomains =>
            (nameof(RegistrationPart.Domains), S["Name at least one domain, such as example.org."]),
        RegistrationTermsProblem.RetentionOutOfRange =>
            (nameof(RegistrationPart.RetentionDays), S["Enter 0 to {0} days.", RetentionPolicy.MaxDays]),
        _ => throw new UnreachableException(),
    };
}
