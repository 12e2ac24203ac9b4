using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>What registrants can change by themselves. Names and numbers are stored: neither ever changes.</summary>
public enum RegistrantField
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>Where the person belongs.</summary>
    Affiliation,

    /// <summary>Language of mails.</summary>
    Language,

    /// <summary>How many come.</summary>
    Seats,

    /// <summary>Who comes along.</summary>
    Companions,

    /// <summary>Answers to the event's questions.</summary>
    Answers,
}

/// <summary>What a registrant says of themselves, the address aside: that is the registration's own.</summary>
/// <param name="Name">Name as it shall be written.</param>
/// <param name="Affiliation">Where the person belongs; may be empty.</param>
/// <param name="Culture">Language for mails.</param>
/// <param name="Seats">Seats wanted, the own one among them.</param>
/// <param name="Companions">Those who come along, as far as they are named.</param>
/// <param name="Answers">Answers to the event's questions.</param>
public sealed record RegistrantDetails(
    string Name, string Affiliation, string Culture, int Seats, IReadOnlyList<string> Companions, IReadOnlyList<Answer> Answers)
{
    /// <summary>In what the other differs, in the order of <see cref="RegistrantField"/>.</summary>
    public IReadOnlyList<RegistrantField> DifferencesTo(RegistrantDetails other)
    {
        (RegistrantField Field, bool IsSame)[] fields =
        [
            (RegistrantField.Name, Name == other.Name),
            (RegistrantField.Affiliation, Affiliation == other.Affiliation),
            (RegistrantField.Language, Culture == other.Culture),
            (RegistrantField.Seats, Seats == other.Seats),
            (RegistrantField.Companions, Companions.SequenceEqual(other.Companions)),
            (RegistrantField.Answers, Answers.Count == other.Answers.Count && Answers.All(answer => other.Answers.Any(answer.SaysTheSameAs))),
        ];
        return [.. fields.Where(field => !field.IsSame).Select(field => field.Field)];
    }

    /// <summary>The same, each answer that was given before with the words in which it was asked then.</summary>
    public RegistrantDetails KeepingWordsOf(RegistrantDetails before) =>
        this with { Answers = [.. Answers.Select(answer => before.Answers.FirstOrDefault(answer.SaysTheSameAs) ?? answer)] };
}
