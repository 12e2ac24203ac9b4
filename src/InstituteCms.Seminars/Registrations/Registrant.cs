using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>What a person says when registering.</summary>
/// <param name="Name">Name as it shall be written.</param>
/// <param name="Email">Address, as typed.</param>
/// <param name="Affiliation">Where the person belongs; may be empty.</param>
/// <param name="Culture">Language for mails.</param>
/// <param name="PrivacyNotice">The notice that the person has seen and agreed to.</param>
/// <param name="Companions">Those who come along, as far as they are named.</param>
/// <param name="Seats">Seats wanted, the own one among them.</param>
/// <param name="Invited">Whether the person came by an invitation.</param>
public sealed record Registrant(
    string Name,
    string Email,
    string Affiliation,
    string Culture,
    PrivacyNotice PrivacyNotice,
    IReadOnlyList<string> Companions,
    int Seats = 1,
    bool Invited = false)
{
    /// <summary>How the person takes part.</summary>
    public AttendanceMode Mode { get; init; }

    /// <summary>What the person answered to the event's questions.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];
}
