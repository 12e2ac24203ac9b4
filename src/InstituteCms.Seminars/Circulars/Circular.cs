using InstituteCms.Mails;
using InstituteCms.Registrations;
using YesSql.Indexes;

namespace InstituteCms.Circulars;

/// <summary>What an organiser wrote to many registrants at once: the log of it. To whom, and what became of it, stands in the outbox.</summary>
public sealed class Circular
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    /// <summary>Tells a form that is sent twice from one that was filled in twice.</summary>
    public string Key { get; set; } = "";

    /// <summary>As it was written, gaps and all, by language.</summary>
    public Dictionary<string, MailTemplate> Words { get; set; } = [];

    /// <summary>Whether people cannot do without it.</summary>
    public bool IsEssential { get; set; }

    /// <summary>Where those stood to whom it went.</summary>
    public List<RegistrationStatus> States { get; set; } = [];

    public DateTime SentUtc { get; set; }

    /// <summary>User name of whoever sent it.</summary>
    public string ByUser { get; set; } = "";

    /// <summary>How many were written to.</summary>
    public int Written { get; set; }

    /// <summary>How many were left out, for they want no such mails.</summary>
    public int Unwilling { get; set; }

    /// <summary>Removes the words, which may name people; that many were written to remains.</summary>
    public void Erase() => Words = [];
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
