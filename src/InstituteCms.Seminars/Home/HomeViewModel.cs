using InstituteCms.Events;
using InstituteCms.ForumReports;

namespace InstituteCms.Home;

/// <summary>What the front page shows.</summary>
public sealed record HomeViewModel(IReadOnlyList<EventDetails> Upcoming, IReadOnlyList<EventDetails> Past, IReadOnlyList<ReportEntry> Reports);
