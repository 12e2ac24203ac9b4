using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace InstituteCms.Api.Registering;

/// <summary>Where a registration stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiRegistrationStatus>))]
public enum ApiRegistrationStatus
{
    [JsonStringEnumMemberName("confirmed")]
    Confirmed = 1,

    [JsonStringEnumMemberName("waitlisted")]
    Waitlisted = 2,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled = 3,

    [JsonStringEnumMemberName("pending")]
    Pending = 4,

    [JsonStringEnumMemberName("awaitingConfirmation")]
    AwaitingConfirmation = 5,

    [JsonStringEnumMemberName("offered")]
    Offered = 6,

    [JsonStringEnumMemberName("rejected")]
    Rejected = 7,
}

/// <summary>What has to be asked, and said, before somebody registers.</summary>
public sealed record RegistrationFormResource
{
    /// <summary>Version of the privacy notice: it comes back with the registration.</summary>
    public required string NoticeVersion { get; init; }

    /// <summary>The privacy notice, a statement each. It has to be shown.</summary>
    public required IReadOnlyList<string> Notice { get; init; }

    /// <summary>What people may agree to besides, word for word: news of the report.</summary>
    public required string ReportNewsConsent { get; init; }

    /// <summary>People that one may bring along.</summary>
    public required int MaxGuests { get; init; }

    /// <summary>Languages that mails are written in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The event's own questions, in their order.</summary>
    public required IReadOnlyList<QuestionResource> Questions { get; init; }
}

/// <summary>A question to those who register.</summary>
public sealed record QuestionResource
{
    /// <summary>Names the question in the answers.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of answer: ShortText, LongText, OneChoice, SeveralChoices, YesNo (yes or no) or Date (2026-11-30).</summary>
    public required string Kind { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>What helps to answer it.</summary>
    public required string? Help { get; init; }

    /// <summary>Whether it has to be answered where it is asked.</summary>
    public required bool Required { get; init; }

    /// <summary>What there is to choose from; empty for other kinds.</summary>
    public required IReadOnlyList<ChoiceResource> Choices { get; init; }
}

/// <summary>One choice of a question.</summary>
public sealed record ChoiceResource
{
    /// <summary>Names the choice in the answers.</summary>
    public required string Id { get; init; }

    /// <summary>The words beside the box.</summary>
    public required string Label { get; init; }
}

/// <summary>A registration as it is sent.</summary>
[ValidateNever] // By the rules of the form, so that nobody is told anything else here.
public sealed record RegisterRequest
{
    /// <summary>Name as it shall be written.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>E-mail address.</summary>
    [Required]
    public string? Email { get; init; }

    /// <summary>Where the person belongs; may be left out.</summary>
    public string? Affiliation { get; init; }

    /// <summary>Language of mails: en or ja.</summary>
    [Required]
    public string? Language { get; init; }

    /// <summary>How many people come along.</summary>
    public int Guests { get; init; }

    /// <summary>Their names, as far as they are given.</summary>
    public IReadOnlyList<string?>? Companions { get; init; }

    /// <summary>Whether the person agrees that the data is used as the privacy notice says; without that nobody is registered.</summary>
    [Required]
    public bool Consent { get; init; }

    /// <summary>Version of the privacy notice that was shown.</summary>
    [Required]
    public string? NoticeVersion { get; init; }

    /// <summary>Whether the person agrees to be told of the report, too.</summary>
    public bool ReportNews { get; init; }

    /// <summary>Answers to the event's own questions, by their ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Answers { get; init; }
}

/// <summary>What became of it.</summary>
public sealed record RegisteredResource
{
    /// <summary>The secret that opens the registration, shown this once; null where the address was registered before: then its owner gets a mail.</summary>
    public required string? Token { get; init; }

    /// <summary>Where the registration stands; null where the address was registered before.</summary>
    public required ApiRegistrationStatus? Status { get; init; }

    /// <summary>The registrant's own page; null where the address was registered before.</summary>
    public required string? Url { get; init; }
}

/// <summary>A registration as its registrant may see it.</summary>
public sealed record RegistrationResource
{
    /// <summary>Names the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Where the registration stands.</summary>
    public required ApiRegistrationStatus Status { get; init; }

    /// <summary>Place on the waiting list, 1 for the next; null for those who are not on it.</summary>
    public required int? WaitlistPlace { get; init; }

    /// <summary>First instant at which a held or offered seat is given to others; null where none is.</summary>
    public required DateTimeOffset? Lapses { get; init; }

    /// <summary>Name as it is written.</summary>
    public required string Name { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Where the person belongs; may be empty.</summary>
    public required string Affiliation { get; init; }

    /// <summary>Language of mails.</summary>
    public required string Language { get; init; }

    /// <summary>Seats, the own one among them.</summary>
    public required int Seats { get; init; }

    /// <summary>Those who come along, as far as they were named.</summary>
    public required IReadOnlyList<string> Companions { get; init; }

    /// <summary>Answers to the event's own questions.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }

    /// <summary>Whether it can still be changed and given up here.</summary>
    public required bool MayChange { get; init; }
}

/// <summary>What is to be different; what is left out stays.</summary>
[ValidateNever] // By the rules of the form.
public sealed record ChangeRequest
{
    /// <summary>Name as it shall be written.</summary>
    public string? Name { get; init; }

    /// <summary>Where the person belongs.</summary>
    public string? Affiliation { get; init; }

    /// <summary>Language of mails: en or ja.</summary>
    public string? Language { get; init; }

    /// <summary>How many people come along.</summary>
    public int? Guests { get; init; }

    /// <summary>Names of those who come along.</summary>
    public IReadOnlyList<string?>? Companions { get; init; }

    /// <summary>Answers to the event's own questions, by their ids: all of them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Answers { get; init; }
}

/// <summary>A registration as organisers with the right see it.</summary>
public sealed record OrganizerRegistrationResource
{
    /// <summary>Names the registration.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApiRegistrationStatus Status { get; init; }

    /// <summary>The registrant's name; empty once erased.</summary>
    public required string Name { get; init; }

    /// <summary>The registrant's e-mail address; empty once erased.</summary>
    public required string Email { get; init; }

    /// <summary>Where the registrant belongs; may be empty.</summary>
    public required string Affiliation { get; init; }

    /// <summary>Seats, the own one among them.</summary>
    public required int Seats { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What can be done to it now.</summary>
    public required IReadOnlyList<string> Commands { get; init; }
}

/// <summary>What is noted at the door.</summary>
[ValidateNever] // There is nothing to type.
public sealed record CheckInRequest
{
    /// <summary>Whether the person has come; false takes that back.</summary>
    [Required]
    public bool Here { get; init; }
}

/// <summary>Who has come.</summary>
public sealed record CheckInResource
{
    /// <summary>Names the registration.</summary>
    public required long Id { get; init; }

    /// <summary>Whether the person has come.</summary>
    public required bool Here { get; init; }

    /// <summary>When that was noted; null where nothing was.</summary>
    public required DateTimeOffset? At { get; init; }
}

/// <summary>What an organiser does to a registration.</summary>
[ValidateNever] // The desk knows what can be done.
public sealed record CommandRequest
{
    /// <summary>One of the commands that the registration names.</summary>
    [Required]
    public string? Command { get; init; }

    /// <summary>Why, for the history; may be left out.</summary>
    public string? Why { get; init; }
}
