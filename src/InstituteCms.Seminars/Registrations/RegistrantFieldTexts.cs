using Microsoft.Extensions.Localization;

namespace InstituteCms.Registrations;

/// <summary>Says what was changed in a registration, and by whom.</summary>
public sealed class RegistrantFieldTexts
{
    private readonly IStringLocalizer S;

    public RegistrantFieldTexts(IStringLocalizer<RegistrantFieldTexts> localizer) => S = localizer;

    /// <summary>For example: <c>What was changed: name, number of people</c>.</summary>
    public string Changed(IEnumerable<RegistrantField> fields) => S["What was changed: {0}", string.Join(S[", "], fields.Select(Name))];

    /// <summary>In which part somebody acted.</summary>
    public string Actor(RegistrationActor actor) => actor switch
    {
        RegistrationActor.Registrant => S["the registrant"],
        RegistrationActor.Organizer => S["the organisers"],
        RegistrationActor.Event => S["the event"],
        _ => S["the site"],
    };

    private string Name(RegistrantField field) => field switch
    {
        RegistrantField.Name => S["name"],
        RegistrantField.Affiliation => S["affiliation"],
        RegistrantField.Language => S["language of mails"],
        RegistrantField.Seats => S["number of people"],
        RegistrantField.Companions => S["people who come along"],
        _ => S["answers"],
    };
}
