namespace InstituteCms.Events;

/// <summary>A page of the list of events.</summary>
public sealed record EventListViewModel(EventFilter Filter, EventChoices Choices, Page<EventDetails> Page);
