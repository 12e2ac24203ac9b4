using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>One person's claim to one seat at one event. Not a content item: no feed, search or export of content can show it.</summary>
/// <remarks>Changed by <see cref="RegistrationDesk"/>, <see cref="LostLinks"/> and <see cref="PersonalDataEraser"/> alone.</remarks>
public sealed class Registration
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the event.</summary>
    public string EventId { get; set; } = "";

    public RegistrationStatus Status { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Where mail goes: as typed, but for white space and full-width letters.</summary>
    public string Email { get; set; } = "";

    public string Affiliation { get; set; } = "";

    /// <summary>What was answered to the event's questions: in this document alone, in no index and no mail.</summary>
    public IReadOnlyList<Answer> Answers { get; set; } = [];

    /// <summary>Language of mails to this person, for example <c>ja</c>.</summary>
    public string Culture { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    public DateTime? CancelledUtc { get; set; }

    /// <summary>Hashes of the personal links sent, the oldest first; each of them opens the personal page.</summary>
    public List<string> TokenHashes { get; set; } = [];

    /// <summary>Instant at which a personal link was last sent.</summary>
    public DateTime LinkSentUtc { get; set; }

    /// <summary>What the registrant was told, word for word, and agreed to by registering.</summary>
    public PrivacyNotice? PrivacyNotice { get; set; }

    /// <summary>Instant at which everything personal was removed.</summary>
    public DateTime? ErasedUtc { get; set; }

    /// <summary>Removes everything personal; that somebody was registered remains.</summary>
    public void Erase(DateTime nowUtc)
    {
        Name = Email = Affiliation = "";
        Answers = [];
        TokenHashes = [];
        ErasedUtc = nowUtc;
    }
}
