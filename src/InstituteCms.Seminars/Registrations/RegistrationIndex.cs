using YesSql.Indexes;

namespace InstituteCms.Registrations;

/// <summary>Finds registrations by event, person and status.</summary>
public sealed class RegistrationIndex : MapIndex
{
    public string EventId { get; set; } = "";

    /// <summary>Name of the <see cref="RegistrationStatus"/>.</summary>
    public string Status { get; set; } = "";

    /// <summary>Its place in <see cref="RegistrationStatusOrder"/>.</summary>
    public int StatusRank { get; set; }

    /// <summary>See <see cref="EmailAddressKey"/>; empty once erased.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>Name, address and affiliation in lower case; empty once erased.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Name of the <see cref="AttendanceMode"/>.</summary>
    public string Mode { get; set; } = "";

    /// <summary>Affiliation in lower case; empty once erased.</summary>
    public string AffiliationKey { get; set; } = "";

    /// <summary>See <see cref="Registration.Seats"/>.</summary>
    public int Seats { get; set; }

    /// <summary>See <see cref="Registration.Invited"/>.</summary>
    public bool Invited { get; set; }

    /// <summary>See <see cref="Registration.Line"/>.</summary>
    public long Line { get; set; }

    /// <summary>See <see cref="Registration.LapsesUtc"/>.</summary>
    public DateTime? LapsesUtc { get; set; }

    public DateTime CreatedUtc { get; set; }

    public bool Erased { get; set; }
}

/// <summary>Finds a registration by any of its personal links.</summary>
public sealed class RegistrationLinkIndex : MapIndex
{
    public string TokenHash { get; set; } = "";
}

/// <summary>Fills both.</summary>
public sealed class RegistrationIndexProvider : IndexProvider<Registration>
{
    public const int SearchTextLength = 767;
    public const int AffiliationKeyLength = 255;

    public override void Describe(DescribeContext<Registration> context)
    {
        context.For<RegistrationIndex>().Map(registration => new RegistrationIndex
        {
            EventId = registration.EventId,
            Status = registration.Status.ToString(),
            StatusRank = RegistrationStatusOrder.RankOf(registration.Status),
            EmailKey = EmailAddressKey.From(registration.Email),
            SearchText = Cut(EmailAddressKey.From($"{registration.Name} {registration.Email} {registration.Affiliation}"), SearchTextLength),
            AffiliationKey = AffiliationKey(registration.Affiliation),
            Seats = registration.Seats,
            Invited = registration.Invited,
            Mode = registration.Mode.ToString(),
            Line = registration.Line,
            LapsesUtc = registration.LapsesUtc,
            CreatedUtc = registration.CreatedUtc,
            Erased = registration.ErasedUtc is not null,
        });
        context.For<RegistrationLinkIndex>().Map(registration =>
            registration.TokenHashes.Select(hash => new RegistrationLinkIndex { TokenHash = hash }));
    }

    /// <summary>An affiliation without what tells two spellings of it apart.</summary>
    public static string AffiliationKey(string affiliation) => Cut(EmailAddressKey.From(affiliation), AffiliationKeyLength);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
