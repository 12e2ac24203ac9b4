using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Events;

/// <summary>Which events by their own time; it decides their order too.</summary>
public enum EventTime
{
    /// <summary>Those not over, the next first.</summary>
    Upcoming,

    /// <summary>Those that are over, the latest first.</summary>
    Past,
}

/// <summary>What the content list is asked for about events.</summary>
public class EventListFilterViewModel
{
    public EventTime? When { get; set; }

    public EventStatus? Status { get; set; }

    public string? Series { get; set; }

    public int? Year { get; set; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; set; }

    [BindNever]
    public EventChoices Choices { get; set; } = new([], [], []);

    public bool IsNarrowed => When is not null || Status is not null || Year is not null || !string.IsNullOrEmpty(Series) || !string.IsNullOrEmpty(Language);
}
