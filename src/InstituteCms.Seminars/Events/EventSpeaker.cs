namespace InstituteCms.Events;

/// <summary>One who talks at an event, as of that day: later changes of the speaker's page do not reach here.</summary>
public sealed class EventSpeaker
{
    /// <summary>Content item of the speaker; empty for one who has no page.</summary>
    public string? SpeakerId { get; set; }

    public string? Name { get; set; }

    /// <summary>What they do at the event, such as Speaker or Discussant.</summary>
    public string? Role { get; set; }

    public string? TalkTitle { get; set; }

    /// <summary>Position held on the day.</summary>
    public string? Title { get; set; }

    /// <summary>Organisation they belonged to on the day.</summary>
    public string? Affiliation { get; set; }

    /// <summary>Whether they are to have a public page once the event is published: made then, or their draft published.</summary>
    public bool MakePage { get; set; }
}
