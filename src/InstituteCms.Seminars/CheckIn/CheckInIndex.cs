using InstituteCms.Registrations;
using YesSql.Indexes;

namespace InstituteCms.CheckIn;

/// <summary>Counts those who came. It names nobody, and stays when they are erased.</summary>
public sealed class CheckInIndex : MapIndex
{
    public string EventId { get; set; } = "";

    /// <summary>People who came on the registration.</summary>
    public int Seats { get; set; }
}

/// <summary>Fills it.</summary>
public sealed class CheckInIndexProvider : IndexProvider<Registration>
{
    public override void Describe(DescribeContext<Registration> context) => context
        .For<CheckInIndex>()
        .When(registration => registration.CheckedInUtc is not null)
        .Map(registration => new CheckInIndex { EventId = registration.EventId, Seats = registration.Seats });
}
