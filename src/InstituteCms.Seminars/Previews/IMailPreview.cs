using OrchardCore.ContentManagement;

namespace InstituteCms.Previews;

/// <summary>Writes the mail that a registrant would get. Present when the feature Registrations is on.</summary>
public interface IMailPreview
{
    /// <summary>Whether people register for this event, and so get mail.</summary>
    bool Holds(ContentItem @event);

    /// <summary>The mail to a registrant who is made up.</summary>
    /// <param name="language">Language of the mail.</param>
    /// <param name="withJoinLink">Whether the reader may know the link that is for registrants only.</param>
    Task<MailPreview> WriteAsync(ContentItem @event, string language, bool withJoinLink);
}

/// <summary>A mail to look at.</summary>
public sealed record MailPreview(string To, string ReplyTo, string Subject, string Text, string Html, bool HasCalendar);
