using InstituteCms.Mails;

namespace InstituteCms.Circulars;

/// <summary>What is to become of a circular that was typed.</summary>
public enum CircularStep
{
    /// <summary>Looked at as the first of its readers gets it.</summary>
    Preview,

    /// <summary>Sent to whoever wrote it.</summary>
    ToMyself,

    /// <summary>Sent to everybody meant.</summary>
    Send,
}

/// <summary>A circular as it is typed.</summary>
public sealed class CircularForm
{
    public string? Subject { get; set; }

    public string? Text { get; set; }

    /// <summary>Whether people cannot do without it: it goes to those as well who want no more mails than needed.</summary>
    public bool IsEssential { get; set; }

    /// <summary>See <see cref="Circular.Key"/>.</summary>
    public Guid Key { get; set; }

    /// <summary>Document ids of those meant; everybody whom the list shows where nobody is chosen.</summary>
    public long[] Chosen { get; set; } = [];

    public CircularStep Step { get; set; }

    /// <summary>What was typed, as a template.</summary>
    public MailTemplate ToTemplate() => new((Subject ?? "").ReplaceLineEndings(" ").Trim(), (Text ?? "").ReplaceLineEndings("\n").Trim());
}
