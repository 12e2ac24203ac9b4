using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>How a person takes part. Names and numbers are stored: neither ever changes.</summary>
public enum AttendanceMode
{
    /// <summary>At the venue, or in the one way that the event has.</summary>
    InPerson,

    /// <summary>Over the network, at an event that has both ways.</summary>
    Online,
}

/// <summary>Which ways an event offers to those who come now.</summary>
public static class AttendanceModes
{
    private static readonly AttendanceMode[] _one = [AttendanceMode.InPerson];
    private static readonly AttendanceMode[] _both = [AttendanceMode.InPerson, AttendanceMode.Online];
    private static readonly AttendanceMode[] _online = [AttendanceMode.Online];

    /// <summary>The ways, the usual one first. A hybrid event that was moved online has no other left.</summary>
    public static IReadOnlyList<AttendanceMode> Of(EventFormat format, EventStatus status) =>
        format != EventFormat.Hybrid ? _one
        : status == EventStatus.MovedOnline ? _online
        : _both;
}
