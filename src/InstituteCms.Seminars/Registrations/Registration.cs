using System.Text.Json.Serialization;
using InstituteCms.CheckIn;
using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>One person's claim to one seat at one event. Not a content item: no feed, search or export of content can show it.</summary>
/// <remarks>Changed by <see cref="RegistrationDesk"/>, <see cref="LostLinks"/> and <see cref="PersonalDataEraser"/> alone.</remarks>
public sealed class Registration
{
    private const int MaxLinks = 8;

    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    public RegistrationStatus Status { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Where mail goes: as typed, but for white space and full-width letters. Empty for those who were let in at the door.</summary>
    public string Email { get; set; } = "";

    public string Affiliation { get; set; } = "";

    /// <summary>What was answered to the event's questions: in this document alone, in no index and no mail.</summary>
    public IReadOnlyList<Answer> Answers { get; set; } = [];

    /// <summary>Language of mails to this person, for example <c>ja</c>.</summary>
    public string Culture { get; set; } = "";

    /// <summary>Seats wanted, the own one among them.</summary>
    public int Seats { get; set; } = 1;

    /// <summary>How the person, and whoever comes along, takes part.</summary>
    public AttendanceMode Mode { get; set; }

    /// <summary>Those who come along, as far as they were named.</summary>
    public List<string> Companions { get; set; } = [];

    /// <summary>Whether the person came by an invitation.</summary>
    public bool Invited { get; set; }

    /// <summary>Place in the waiting list: a number that grows with each who joins it; 0 for those who are not on it.</summary>
    public long Line { get; set; }

    /// <summary>While the address is to be proved: what the registration becomes then.</summary>
    public RegistrationStatus? OnceProved { get; set; }

    /// <summary>First instant at which a hold or an offer has lapsed.</summary>
    public DateTime? LapsesUtc { get; set; }

    /// <summary>Every change of status, and that something else was changed; the oldest first.</summary>
    public List<RegistrationChange> History { get; set; } = [];

    /// <summary>What organisers have noted, the oldest first: on no page of the registrant's.</summary>
    public List<RegistrationNote> Notes { get; set; } = [];

    public DateTime CreatedUtc { get; set; }

    public DateTime? CancelledUtc { get; set; }

    /// <summary>What the door knows.</summary>
    public CheckInTick? LastTick { get; set; }

    /// <summary>Hashes of the personal links sent, the oldest first; each of them opens the personal page.</summary>
    public List<string> TokenHashes { get; set; } = [];

    /// <summary>Instant at which a personal link was last sent.</summary>
    public DateTime LinkSentUtc { get; set; }

    /// <summary>What the registrant was told, word for word, and agreed to by registering.</summary>
    public PrivacyNotice? PrivacyNotice { get; set; }

    /// <summary>Instant at which everything personal was removed.</summary>
    public DateTime? ErasedUtc { get; set; }

    /// <summary>When the person came to the event; who has a seat and no such time by its end did not come.</summary>
    [JsonIgnore]
    public DateTime? CheckedInUtc => this is { Status: RegistrationStatus.Confirmed, LastTick: { IsHere: true, AtUtc: var atUtc } } ? atUtc : null;

    /// <summary>What the registrant can change.</summary>
    [JsonIgnore]
    public RegistrantDetails Details
    {
        get => new(Name, Affiliation, Culture, Seats, Companions, Answers);
        set => (Name, Affiliation, Culture, Seats, Companions, Answers) = (value.Name, value.Affiliation, value.Culture, value.Seats, [.. value.Companions], value.Answers);
    }

    /// <summary>Whether it stands, in whatever way.</summary>
    [JsonIgnore]
    public bool IsActive => Status is not (RegistrationStatus.Cancelled or RegistrationStatus.Rejected);

    /// <summary>Seats held: all that are wanted, or none.</summary>
    [JsonIgnore]
    public int SeatsHeld =>
        Status is RegistrationStatus.Confirmed or RegistrationStatus.Offered
        || (Status == RegistrationStatus.AwaitingConfirmation && OnceProved == RegistrationStatus.Confirmed) ? Seats : 0;

    /// <summary>
    /// Makes another personal link good. Only hashes are kept, so each mail has a link of its own; earlier ones stay good, or a stranger could take them away.
    /// </summary>
    public void AddLink(PersonalToken token, DateTime nowUtc)
    {
        TokenHashes = [.. TokenHashes.Take(1), .. TokenHashes.Skip(1).TakeLast(MaxLinks - 2), token.Hash];
        LinkSentUtc = nowUtc;
    }

    /// <summary>Removes everything personal; that somebody was registered remains.</summary>
    public void Erase(DateTime nowUtc)
    {
        Name = Email = Affiliation = "";
        Answers = [];
        TokenHashes = [];
        Companions = [];
        Notes = [];
        History.ForEach(change => change.Why = "");
        ErasedUtc = nowUtc;
    }
}
