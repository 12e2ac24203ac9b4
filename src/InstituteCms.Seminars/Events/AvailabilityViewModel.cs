namespace InstituteCms.Events;

/// <summary>Whether one can register, in words.</summary>
/// <param name="State">The last part of the class <c>availability--{state}</c>.</param>
/// <param name="Sentence">What people are told.</param>
/// <param name="SeatsTaken">Seats held, where a bar of seats says something.</param>
/// <param name="Capacity">Seats offered, where a bar of seats says something.</param>
public sealed record AvailabilityViewModel(string State, string Sentence, int? SeatsTaken = null, int? Capacity = null);
