using System.Security.Cryptography;
using System.Text;
using YesSql.Indexes;

namespace InstituteCms.Mails;

/// <summary>Where a message stands. Names and numbers are stored: neither ever changes.</summary>
public enum OutboxStatus
{
    Queued,
    Sent,

    /// <summary>Given up; a person should look.</summary>
    Failed,

    /// <summary>Being handed to the mail server just now.</summary>
    Sending,

    /// <summary>Was not taken, and is tried again.</summary>
    Retrying,
}

/// <summary>A mail to one person, written in the transaction whose outcome it tells.</summary>
public sealed class OutboxMessage
{
    public long Id { get; set; }

    /// <summary>Content item id of the event that the mail is about.</summary>
    public string EventId { get; set; } = "";

    /// <summary>Document id of the <see cref="Registrations.Registration"/> whose owner gets it; 0 for none.</summary>
    public long RegistrationId { get; set; }

    public MailKind Kind { get; set; }

    /// <summary>Key of the <see cref="Circulars.Circular"/> that it belongs to; nothing for other mails.</summary>
    public string Circular { get; set; } = "";

    public OutboxStatus Status { get; set; }

    /// <summary>What it shall tell, while its words are still to be written.</summary>
    public MailOrder? Order { get; set; }

    public string To { get; set; } = "";

    public string ReplyTo { get; set; } = "";

    public string Subject { get; set; } = "";

    public string TextBody { get; set; } = "";

    public string HtmlBody { get; set; } = "";

    /// <summary>An iCalendar file that goes with it, or nothing.</summary>
    public string Calendar { get; set; } = "";

    /// <summary>Where its reader asks for no more of its kind; nothing for a mail that one cannot do without.</summary>
    public string UnsubscribeUrl { get; set; } = "";

    /// <summary>Address of the site when it was written, for what is written later without a visitor.</summary>
    public string SiteUrl { get; set; } = "";

    /// <summary>The same at every attempt, so that a mail server knows a second delivery from a second mail.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>Attempts that the mail server has answered; those that did not reach it do not count.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts in a row that did not reach the mail server.</summary>
    public int Troubles { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>Since when it waits: from the beginning, or since somebody had it tried anew.</summary>
    public DateTime QueuedUtc { get; set; }

    public DateTime NextAttemptUtc { get; set; }

    public DateTime? LastAttemptUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public MailProblem Problem { get; set; }

    /// <summary>What the mail server said, in its own words.</summary>
    public string LastError { get; set; } = "";

    /// <summary>Removes what is personal or secret: the address and everything said, the personal link among it.</summary>
    public void Erase()
    {
        To = Subject = TextBody = HtmlBody = Calendar = UnsubscribeUrl = LastError = "";
        Order = null;
    }

    /// <summary>Takes the words of a message that was written for this one.</summary>
    public void Fill(OutboxMessage written)
    {
        (ReplyTo, Subject, TextBody, HtmlBody, Calendar) = (written.ReplyTo, written.Subject, written.TextBody, written.HtmlBody, written.Calendar);
        Order = null;
    }

    /// <summary>Gives the message up, if it has not gone out, and erases it.</summary>
    public void Abandon()
    {
        if (Status is not (OutboxStatus.Sent or OutboxStatus.Failed))
        {
            (Status, Problem) = (OutboxStatus.Failed, MailProblem.Erased);
        }

        Erase();
    }

    /// <summary>Whether somebody can have it tried anew: it was given up, and its words are still there.</summary>
    public bool MayBeTriedAnew => Status == OutboxStatus.Failed && To.Length > 0;

    /// <summary>Puts it back among those that wait.</summary>
    public void TryAnew(DateTime nowUtc)
    {
        (Status, Attempts, Troubles) = (OutboxStatus.Queued, 0, 0);
        QueuedUtc = NextAttemptUtc = nowUtc;
    }

    internal void Enter(DateTime nowUtc)
    {
        CreatedUtc = QueuedUtc = NextAttemptUtc = nowUtc;
        // Of one circular each person gets one mail, whenever and however often it is written.
        var said = Circular.Length > 0
            ? string.Join('\n', EventId, RegistrationId, Circular)
            : string.Join('\n', EventId, RegistrationId, Kind, To, nowUtc.Ticks, Order?.Token ?? TextBody);
        MessageId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}

/// <summary>Finds messages that are due, and those about an event or to a person.</summary>
public sealed class OutboxIndex : MapIndex
{
    public string EventId { get; set; } = "";

    public long RegistrationId { get; set; }

    /// <summary>Name of the <see cref="MailKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Name of the <see cref="OutboxStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>When it is to be handed over; nothing once it was sent or given up.</summary>
    public DateTime? DueUtc { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>Key of its circular, if it belongs to one.</summary>
    public string? Circular { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class OutboxIndexProvider : IndexProvider<OutboxMessage>
{
    public override void Describe(DescribeContext<OutboxMessage> context) =>
        context.For<OutboxIndex>().Map(message => new OutboxIndex
        {
            EventId = message.EventId,
            RegistrationId = message.RegistrationId,
            Kind = message.Kind.ToString(),
            Status = message.Status.ToString(),
            DueUtc = message.Status is OutboxStatus.Sent or OutboxStatus.Failed ? null : message.NextAttemptUtc,
            CreatedUtc = message.CreatedUtc,
            Circular = message.Circular.Length > 0 ? message.Circular : null,
        });
}
