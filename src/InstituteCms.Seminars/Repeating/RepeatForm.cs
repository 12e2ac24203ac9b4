namespace InstituteCms.Repeating;

/// <summary>How an event is held once more.</summary>
public sealed class RepeatForm
{
    public string? Title { get; set; }

    /// <summary>By the clocks of the event's zone.</summary>
    public DateTime? Start { get; set; }

    public bool KeepSpeakers { get; set; }

    /// <summary>Whether what is said about the talk goes along: subtitle, subject, abstract, titles of talks.</summary>
    public bool KeepTexts { get; set; }

    public bool KeepMaterials { get; set; }
}

/// <summary>One who talked, then and now.</summary>
/// <param name="Then">Title and affiliation as of that day.</param>
/// <param name="Now">The same as the speaker's page has it; <see langword="null"/> for one who has no page.</param>
public sealed record RepeatedSpeaker(string? Name, string Then, string? Now);
