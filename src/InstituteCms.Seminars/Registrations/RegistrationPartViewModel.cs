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

    [BindNever]
    public string TimeZoneId { get; set; } = "";

    [BindNever]
    public int SeatsTaken { get; set; }

    /// <summary>What visitors read about registration now.</summary>
    [BindNever]
    public string Availability { get; set; } = "";
}
