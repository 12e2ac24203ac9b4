namespace InstituteCms.Mails;

/// <summary>What a mail to a registrant says. Names and numbers are stored: neither ever changes.</summary>
public enum MailKind
{
    /// <summary>Written before kinds were kept.</summary>
    Other,

    /// <summary>The registration has arrived and awaits approval.</summary>
    Received,

    /// <summary>The address has to be confirmed first.</summary>
    ConfirmAddress,

    /// <summary>A seat was given.</summary>
    Confirmed,

    /// <summary>All seats are taken; this is the place in the queue.</summary>
    Waitlisted,

    /// <summary>A seat has become free and is kept for a while.</summary>
    Offered,

    /// <summary>A seat has become free and was given.</summary>
    Promoted,

    /// <summary>No seat is given.</summary>
    Rejected,

    /// <summary>The seat was given back.</summary>
    Cancelled,

    /// <summary>Time or place of the event have changed.</summary>
    Changed,

    /// <summary>The event does not take place.</summary>
    EventCancelled,

    /// <summary>The event is near.</summary>
    Reminder,

    /// <summary>The event's report can be read.</summary>
    FollowUp,

    /// <summary>The personal link once more.</summary>
    LinkAgain,

    /// <summary>The organisers' own words.</summary>
    News,

    /// <summary>Somebody is asked to come.</summary>
    Invitation,

    /// <summary>What organisers have written to many at once.</summary>
    Circular,
}

/// <summary>What follows from a mail's kind.</summary>
public static class MailKinds
{
    /// <summary>Whether a person may do without it: it says nothing about whether they have a seat, or when and where.</summary>
    public static bool IsOptional(this MailKind kind) => kind is MailKind.Reminder or MailKind.FollowUp or MailKind.Invitation;
}
