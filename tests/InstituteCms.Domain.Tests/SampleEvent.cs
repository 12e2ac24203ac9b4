using InstituteCms.Events;

namespace InstituteCms.Domain.Tests;

/// <summary>The plain starting point: registration open from January to June, the event in July, 40 seats, 10 taken.</summary>
internal static class SampleEvent
{
    public static readonly DateTime Opens = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Closes = new(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Start = new(2026, 7, 9, 6, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime End = new(2026, 7, 9, 8, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime WhileOpen = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly AvailabilityFacts Facts =
        new(EventStatus.Scheduled, Start, End, RegistrationEnabled: true, Opens, Closes, Capacity: 40, SeatsTaken: 10);
}
