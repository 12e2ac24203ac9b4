namespace InstituteCms.Events;

/// <summary>Which published events a visitor wants to see.</summary>
/// <param name="Past">Those that are over, the latest first; otherwise those that are not, the next first.</param>
public sealed record EventFilter(bool Past = false, int? Year = null, string? Series = null, string? Language = null, string? Words = null)
{
    /// <summary>Whether anything beyond past or upcoming is asked for.</summary>
    public bool IsNarrowed => Year is not null || !string.IsNullOrEmpty(Series) || !string.IsNullOrEmpty(Language) || !string.IsNullOrWhiteSpace(Words);
}
