using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using YesSql;

namespace InstituteCms.Mails;

/// <summary>Writes the words of mails that were ordered, when they are about to be sent.</summary>
public sealed class OrderedMail
{
    private readonly IContentManager _contentManager;
    private readonly RegistrationMail _mail;
    private readonly PersonalLinks _links;

    public OrderedMail(IContentManager contentManager, RegistrationMail mail, PersonalLinks links)
    {
        _contentManager = contentManager;
        _mail = mail;
        _links = links;
    }

    /// <summary>Writes the message, unless it is written; false when nobody or nothing is left to write about.</summary>
    /// <param name="session">Reads the registration; it is not to save it.</param>
    /// <param name="message">The message.</param>
    public async Task<bool> WriteAsync(ISession session, OutboxMessage message)
    {
        if (message.Order is not { } order)
        {
            return true;
        }

        if (await session.GetAsync<Registration>(message.RegistrationId) is not { ErasedUtc: null } registration
            || !PersonalToken.TryParse(order.Token, out var token)
            || await FindEventAsync(message.EventId) is not { } @event)
        {
            return false;
        }

        // As it was then: what has happened since is told by a mail of its own.
        (registration.Status, registration.LapsesUtc) = (order.To, order.LapsesUtc);
        registration.CancelledUtc = order.To == RegistrationStatus.Cancelled ? registration.CancelledUtc : null;
        _links.BaseUrl = message.SiteUrl;
        message.Fill(await WriteAsync(@event, registration, order, token));
        return true;
    }

    private async Task<ContentItem?> FindEventAsync(string eventId) =>
        await _contentManager.GetAsync(eventId) ?? await _contentManager.GetAsync(eventId, VersionOptions.Latest);

    private Task<OutboxMessage> WriteAsync(ContentItem @event, Registration registration, MailOrder order, PersonalToken token) => order switch
    {
        { To: RegistrationStatus.Pending } => _mail.ReceivedAsync(@event, registration, token),
        { To: RegistrationStatus.AwaitingConfirmation } => _mail.ConfirmAddressAsync(@event, registration, token, order.LapsesUtc!.Value), // Holds lapse.
        { To: RegistrationStatus.Waitlisted } => _mail.WaitlistedAsync(@event, registration, token, order.Place),
        { To: RegistrationStatus.Offered } => _mail.OfferedAsync(@event, registration, token, order.LapsesUtc!.Value), // Offers lapse.
        { To: RegistrationStatus.Confirmed, Command: RegistrationCommand.Promote } => _mail.PromotedAsync(@event, registration, token),
        { To: RegistrationStatus.Confirmed } => _mail.ConfirmedAsync(@event, registration, token),
        { To: RegistrationStatus.Rejected } => _mail.RejectedAsync(@event, registration),
        { Command: RegistrationCommand.Lapse } => _mail.LapsedAsync(@event, registration),
        _ => _mail.CancelledAsync(
            @event, registration, byOrganizer: order.By == RegistrationActor.Organizer, hadSeat: order.From == RegistrationStatus.Confirmed),
    };
}
