using InstituteCms.Registrations;

namespace InstituteCms.Exports.Paper;

/// <summary>What a list for the door says of one registration.</summary>
/// <param name="Seats">How many come, the person among them.</param>
/// <param name="Companions">Those who come along, as far as they are named.</param>
/// <param name="Mode">How they take part.</param>
public sealed record PaperGuest(string Name, string Affiliation, int Seats, IReadOnlyList<string> Companions, AttendanceMode Mode)
{
    public static PaperGuest Of(Registration registration) =>
        new(registration.Name, registration.Affiliation, registration.Seats, registration.Companions, registration.Mode);
}

/// <summary>What stands above the names.</summary>
/// <param name="Title">Title of the event.</param>
/// <param name="Day">Its day, in words.</param>
/// <param name="When">Day and time with their zone.</param>
/// <param name="Place">Where it is held; may be empty.</param>
public sealed record PaperEvent(string Title, string Day, string When, string Place);
