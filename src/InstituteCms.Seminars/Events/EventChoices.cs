namespace InstituteCms.Events;

/// <summary>The years, series and languages that events have.</summary>
public sealed record EventChoices(IReadOnlyList<int> Years, IReadOnlyList<string> Series, IReadOnlyList<string> Languages);
