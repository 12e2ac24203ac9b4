namespace InstituteCms.Events;

/// <summary>Why a wall-clock time names no instant.</summary>
public enum WallClockProblem
{
    /// <summary>It does name one.</summary>
    None,

    /// <summary>The time zone is no IANA zone known here.</summary>
    UnknownZone,

    /// <summary>The clocks of the zone skip that time, as in spring.</summary>
    SkippedTime,
}
