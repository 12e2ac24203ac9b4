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

    public string? Purpose { get; set; }

    public int? RetentionDays { get; set; }

    public string? ContactEmail { get; set; }

    /// <summary>What those registered are to be told.</summary>
    public string? Tell { get; set; }

    /// <summary>See <see cref="ToldRegistrants.Mark"/>: what they had been told when the form was opened.</summary>
    public string? ToldMark { get; set; }

    /// <summary>How many are registered.</summary>
    [BindNever]
    public int Registered { get; set; }

    /// <summary>What they were told last, and when by the event's clocks.</summary>
    [BindNever]
    public (string Text, string At)? Told { get; set; }

    [BindNever]
    public string TimeZoneId { get; set; } = "";

    [BindNever]
    public int SeatsTaken { get; set; }

    /// <summary>What visitors read about registration now.</summary>
    [BindNever]
    public string Availability { get; set; } = "";
}
