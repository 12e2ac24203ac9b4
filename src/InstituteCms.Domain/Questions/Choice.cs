namespace InstituteCms.Questions;

/// <summary>One choice of a question.</summary>
/// <param name="Id">Stays when the wording is mended.</param>
/// <param name="Label">What stands beside the box.</param>
public sealed record Choice(string Id, Wording Label);
