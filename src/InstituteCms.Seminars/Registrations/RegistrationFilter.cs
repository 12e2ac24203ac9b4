namespace InstituteCms.Registrations;

/// <summary>Which of an event's registrations are meant.</summary>
/// <param name="Search">Part of a name, address or affiliation; nothing for any.</param>
/// <param name="Status">Where they stand; <see langword="null"/> for anywhere.</param>
public sealed record RegistrationFilter(string? Search = null, RegistrationStatus? Status = null)
{
    /// <summary>Whether nobody is left out.</summary>
    public bool IsAll => string.IsNullOrWhiteSpace(Search) && Status is null;
}
