using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>What a registrant types to change a registration.</summary>
public sealed class EditForm : RegistrantForm
{
    /// <summary>A form with everything as it is.</summary>
    public static EditForm Of(Registration registration) => new()
    {
        Name = registration.Name,
        Affiliation = registration.Affiliation,
        Culture = registration.Culture,
        Guests = registration.Seats - 1,
        Companions = string.Join('\n', registration.Companions),
        Answers = AnswersForm.From(registration.Answers),
    };

    public RegistrantDetails ToDetails(IReadOnlyList<Answer> answers) => new(Name!.Trim(), Affiliation?.Trim() ?? "", Culture!, 1 + Guests, CompanionNames(), answers);
}

/// <summary>The page with it.</summary>
public sealed record EditPage(PersonalPage Personal, EditForm Form)
{
    /// <summary>People whom one may bring along; who brings more already may keep them.</summary>
    public int MaxGuests => Math.Max(Personal.Terms.MaxParty, Personal.Registration.Seats) - 1;
}
