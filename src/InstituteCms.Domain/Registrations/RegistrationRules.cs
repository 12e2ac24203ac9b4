namespace InstituteCms.Registrations;

/// <summary>How seats that become free go to those who wait.</summary>
public enum WaitlistPromotion
{
    /// <summary>At once, and the person is told.</summary>
    AtOnce,

    /// <summary>As an offer that the person takes within a time, or that goes to the next.</summary>
    ByOffer,

    /// <summary>When an organiser says so.</summary>
    ByHand,
}

/// <summary>Who may register.</summary>
public enum RegistrationAudience
{
    /// <summary>Everybody.</summary>
    Anyone,

    /// <summary>Those who were invited.</summary>
    Invited,

    /// <summary>Addresses of named domains, and those who were invited.</summary>
    AddressDomains,
}

/// <summary>What an event asks of those who register, seats and times aside.</summary>
/// <param name="Approval">Whether an organiser answers each registration.</param>
/// <param name="DoubleOptIn">Whether the address is proved by a link before the registration counts.</param>
/// <param name="WaitlistLength">Parties that may wait; 0 means that there is no waiting list.</param>
/// <param name="MaxParty">Seats one person may take, the own one among them; at least 1.</param>
/// <param name="Audience">Who may register.</param>
/// <param name="Domains">With <see cref="RegistrationAudience.AddressDomains"/>: such as <c>example.org</c>; those below it count, too.</param>
public sealed record RegistrationRules(
    bool Approval = false,
    bool DoubleOptIn = false,
    int WaitlistLength = 0,
    int MaxParty = 1,
    RegistrationAudience Audience = RegistrationAudience.Anyone,
    IReadOnlyCollection<string>? Domains = null)
{
    /// <summary>Largest party that can be allowed.</summary>
    public const int LargestParty = 20;

    /// <summary>The longest name or affiliation, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Hours for which an offered seat is kept where an event says nothing else.</summary>
    public const int DefaultOfferHours = 24;

    /// <summary>How long a seat is held for somebody who has yet to open the link in the first mail.</summary>
    public static TimeSpan ConfirmationHold { get; } = TimeSpan.FromHours(2);

    /// <summary>Whether this address may register.</summary>
    public bool Admits(string email, bool invited) => invited || Audience switch
    {
        RegistrationAudience.Anyone => true,
        RegistrationAudience.AddressDomains => IsOfDomain(EmailAddressKey.From(email)),
        _ => false,
    };

    /// <summary>Domains as an organiser types them, one after another: without the at sign, in lower case.</summary>
    public static IList<string> ParseDomains(string? text) =>
    [
        .. EmailAddressKey.From(text ?? "")
            .Split([',', ';', ' ', '、', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(domain => domain.TrimStart('@', '.'))
            .Where(domain => domain.Length > 0)
            .Distinct(),
    ];

    private bool IsOfDomain(string emailKey)
    {
        var domain = emailKey[(emailKey.LastIndexOf('@') + 1)..];
        return (Domains ?? []).Any(named => domain == named || domain.EndsWith("." + named, StringComparison.Ordinal));
    }
}

/// <summary>What somebody who registers asks for.</summary>
/// <param name="Email">The address, as typed.</param>
/// <param name="Seats">Seats wanted, the own one among them.</param>
/// <param name="Invited">Whether the person came by an invitation.</param>
/// <param name="Mode">How the person wants to take part.</param>
public sealed record RegistrationWish(string Email, int Seats = 1, bool Invited = false, AttendanceMode Mode = AttendanceMode.InPerson);
