using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Registrations;

/// <summary>The registration part as organisers fill it in: times as the clocks of the event show them.</summary>
public class RegistrationPartViewModel
{
    public bool Enabled { get; set; }

    public DateTime? OpensLocal { get; set; }

    public DateTime? ClosesLocal { get; set; }

    public int? Capacity { get; set; }

    /// <summary>See <see cref="RegistrationPart.OnlineCapacity"/>.</summary>
    public int? OnlineCapacity { get; set; }

    public int? HeldBack { get; set; }

    public int? WaitlistLength { get; set; }

    public WaitlistPromotion Promotion { get; set; }

    public int? OfferHours { get; set; }

    public bool Approval { get; set; }

    public bool DoubleOptIn { get; set; }

    public int? MaxParty { get; set; }

    public RegistrationAudience Audience { get; set; }

    /// <summary>Separated by commas, spaces or lines.</summary>
    public string? Domains { get; set; }

    public DateTime? ChangesUntilLocal { get; set; }

    public string? Purpose { get; set; }

    public int? RetentionDays { get; set; }

    public string? ContactEmail { get; set; }

    /// <summary>See <see cref="MailTerms.ReminderHours"/>.</summary>
    public int? ReminderHours { get; set; }

    /// <summary>See <see cref="MailTerms.TellOfReport"/>.</summary>
    public bool TellOfReport { get; set; }

    /// <summary>What those registered are to be told.</summary>
    public string? Tell { get; set; }

    /// <summary>See <see cref="ToldRegistrants.Mark"/>: what they had been told when the form was opened.</summary>
    public string? ToldMark { get; set; }

    /// <summary>Whether anything is asked beyond name and address.</summary>
    [BindNever]
    public bool AsksMore => Audience != RegistrationAudience.Anyone || Approval || DoubleOptIn || MaxParty > 1 || HeldBack > 0 || WaitlistLength > 0;

    /// <summary>How many are registered.</summary>
    [BindNever]
    public int Registered { get; set; }

    /// <summary>What they were told last, and when by the event's clocks.</summary>
    [BindNever]
    public (string Text, string At)? Told { get; set; }

    [BindNever]
    public string TimeZoneId { get; set; } = "";

    [BindNever]
    public SeatCount Seats { get; set; } = SeatCount.None;

    /// <summary>What the seats in the form would mean for those who have registered; empty for nothing.</summary>
    [BindNever]
    public string Effect { get; set; } = "";

    /// <summary>What visitors read about registration now.</summary>
    [BindNever]
    public string Availability { get; set; } = "";
}
