using YesSql.Indexes;

namespace InstituteCms.Registrations;

/// <summary>Where a message stands.</summary>
public enum OutboxStatus
{
    Waiting,
    Sent,

    /// <summary>Given up after <see cref="MailOutbox.MaxAttempts"/>; a person should look.</summary>
    Failed,
}

/// <summary>A mail to be sent, written in the transaction whose outcome it tells.</summary>
public sealed class OutboxMessage
{
    public long Id { get; set; }

    /// <summary>Content item id of the event that the mail is about.</summary>
    public string EventId { get; set; } = "";

    public OutboxStatus Status { get; set; }

    public string To { get; set; } = "";

    public string ReplyTo { get; set; } = "";

    public string Subject { get; set; } = "";

    public string TextBody { get; set; } = "";

    public string HtmlBody { get; set; } = "";

    /// <summary>An iCalendar file to attach, or nothing.</summary>
    public string Calendar { get; set; } = "";

    public int Attempts { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime NextAttemptUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public string LastError { get; set; } = "";

    /// <summary>Removes what is personal or secret: the address and everything said, the personal link among it.</summary>
    public void Erase() => To = Subject = TextBody = HtmlBody = Calendar = "";
}

/// <summary>Finds messages that are due, and those about an event.</summary>
public sealed class OutboxMessageIndex : MapIndex
{
    public string EventId { get; set; } = "";

    /// <summary>Name of the <see cref="OutboxStatus"/>.</summary>
    public string Status { get; set; } = "";

    public DateTime NextAttemptUtc { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class OutboxMessageIndexProvider : IndexProvider<OutboxMessage>
{
    public override void Describe(DescribeContext<OutboxMessage> context) =>
        context.For<OutboxMessageIndex>().Map(message => new OutboxMessageIndex
        {
            EventId = message.EventId,
            Status = message.Status.ToString(),
            NextAttemptUtc = message.NextAttemptUtc,
        });
}
