using YesSql.Indexes;

namespace InstituteCms.Circulars;

/// <summary>One mail to one of those written to.</summary>
/// <param name="RegistrationId">Document id of the registration; whoever it is stands there as long as it is kept.</param>
/// <param name="MailId">Document id of the mail, with what has become of it.</param>
public sealed record CircularMail(long RegistrationId, long MailId);

/// <summary>What an organiser wrote to many registrants at once, and to whom: the log of it.</summary>
public sealed class Circular
{
    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    /// <summary>Tells a form that is sent twice from one that was filled in twice.</summary>
    public string Key { get; set; } = "";

    /// <summary>As it was written, gaps and all.</summary>
    public string Subject { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Whether people cannot do without it.</summary>
    public bool IsEssential { get; set; }

    public DateTime SentUtc { get; set; }

    /// <summary>User name of whoever sent it.</summary>
    public string ByUser { get; set; } = "";

    public List<CircularMail> Mails { get; set; } = [];

    /// <summary>Removes the words, which may name people; that many were written to remains.</summary>
    public void Erase() => Subject = Text = "";
}

/// <summary>Finds them by event.</summary>
public sealed class CircularIndex : MapIndex
{
    public string EventId { get; set; } = "";

    public string Key { get; set; } = "";

    public DateTime SentUtc { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class CircularIndexProvider : IndexProvider<Circular>
{
    public override void Describe(DescribeContext<Circular> context) => context.For<CircularIndex>().Map(circular => new CircularIndex
    {
        EventId = circular.EventId, Key = circular.Key, SentUtc = circular.SentUtc,
    });
}
