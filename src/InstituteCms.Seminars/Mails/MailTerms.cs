namespace InstituteCms.Mails;

/// <summary>Which mails an event's registrants get that they could do without.</summary>
public sealed class MailTerms
{
    /// <summary>Hours before the start, by the event's clocks; <see langword="null"/> means no reminder.</summary>
    public int? ReminderHours { get; set; }

    /// <summary>Whether those who asked for it are told when the event's report is published.</summary>
    public bool TellOfReport { get; set; } = true;
}
