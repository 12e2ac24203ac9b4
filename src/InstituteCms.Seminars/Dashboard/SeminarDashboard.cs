namespace InstituteCms.Dashboard;

/// <summary>
/// The first page of the admin. Drivers of this type place its cards in the zones Header, Main and Side: each for those who may see it,
/// and each with a fixed number of queries.
/// </summary>
public sealed class SeminarDashboard;
