namespace InstituteCms.Privacy;

/// <summary>What people may agree to, and need not. Names are stored: they are never changed.</summary>
public enum ConsentTo
{
    /// <summary>A mail when the event's report is published.</summary>
    ReportNews,
}

/// <summary>One thing that a person agreed to.</summary>
/// <param name="To">What.</param>
/// <param name="Text">The words beside the box that was ticked.</param>
/// <param name="GivenUtc">When.</param>
/// <param name="WithdrawnUtc">When it was taken back; <see langword="null"/> while it stands.</param>
public sealed record GivenConsent(ConsentTo To, string Text, DateTime GivenUtc, DateTime? WithdrawnUtc = null);

/// <summary>The boxes of a form; none is ticked by itself.</summary>
public sealed class OptionalConsents
{
    public bool ReportNews { get; set; }
}
