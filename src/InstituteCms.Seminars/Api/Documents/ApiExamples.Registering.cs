using InstituteCms.Api.Registering;

namespace InstituteCms.Api.Documents;

internal static partial class ApiExamples
{
    private static object[] Registering()
    {
        var choice = new ChoiceResource { Id = "c1", Label = "On site" };
        var question = new QuestionResource { Id = "q1", Kind = "OneChoice", Label = "Where will you take part?", Help = null, Required = true, Choices = [choice] };
        var own = Own();
        var organizers = ForOrganizers();
        return
        [
            choice, question, own, organizers, List(organizers), Form(question), Request(),
            new RegisteredResource { Token = "Zq3vR8xT1mK9wB5nY7cD2g", Status = ApiRegistrationStatus.Confirmed, Url = $"{Site}/registrations/Zq3vR8xT1mK9wB5nY7cD2g" },
            new ChangeRequest { Affiliation = "City of Kyoto" },
            new CheckInRequest { Here = true },
            new CheckInResource { Id = 42, Here = true, At = new(2026, 12, 4, 1, 20, 0, TimeSpan.Zero) },
            new CommandRequest { Command = "Promote", Why = "A seat has become free." },
        ];
    }

    private static RegistrationFormResource Form(QuestionResource question) => new()
    {
        NoticeVersion = "0f3a9c4be1d27856",
        Notice = ["What you enter here goes to the organizers of this event and to nobody else."],
        ReportNewsConsent = "Tell me by mail when the report on this event is published. You can change your mind at any time.",
        MaxGuests = 1,
        Languages = ["en", "ja"],
        Questions = [question],
    };

    private static RegisterRequest Request() => new()
    {
        Name = "Tanaka Yuki",
        Email = "tanaka@city.example",
        Affiliation = "City of Osaka",
        Language = "ja",
        Guests = 1,
        Companions = ["Suzuki Ken"],
        Consent = true,
        NoticeVersion = "0f3a9c4be1d27856",
        ReportNews = false,
        Answers = new Dictionary<string, IReadOnlyList<string?>?> { ["q1"] = ["c1"] },
    };

    private static RegistrationResource Own() => new()
    {
        EventId = _summary.Id,
        Status = ApiRegistrationStatus.Confirmed,
        WaitlistPlace = null,
        Lapses = null,
        Name = "Tanaka Yuki",
        Email = "tanaka@city.example",
        Affiliation = "City of Osaka",
        Language = "ja",
        Seats = 2,
        Companions = ["Suzuki Ken"],
        Answers = new Dictionary<string, IReadOnlyList<string>> { ["q1"] = ["c1"] },
        MayChange = true,
    };

    private static OrganizerRegistrationResource ForOrganizers() => new()
    {
        Id = 42,
        Status = ApiRegistrationStatus.Confirmed,
        Name = "Tanaka Yuki",
        Email = "tanaka@city.example",
        Affiliation = "City of Osaka",
        Seats = 2,
        Created = new(2026, 11, 3, 1, 0, 0, TimeSpan.Zero),
        Commands = ["MoveToWaitlist", "Cancel"],
    };
}
