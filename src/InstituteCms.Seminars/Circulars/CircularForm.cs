using System.Globalization;
using InstituteCms.Mails;
using InstituteCms.Registrations;

namespace InstituteCms.Circulars;

/// <summary>What is to become of a circular that was typed.</summary>
public enum CircularStep
{
    /// <summary>Looked at as one of its readers gets it.</summary>
    Preview,

    /// <summary>Sent to whoever wrote it.</summary>
    ToMyself,

    /// <summary>Sent to everybody meant.</summary>
    Send,
}

/// <summary>A circular as it is typed.</summary>
public sealed class CircularForm
{
    /// <summary>Length of a <see cref="Key"/> when it is stored.</summary>
    public const int KeyLength = 36;

    public string? EnglishSubject { get; set; }

    public string? EnglishText { get; set; }

    public string? JapaneseSubject { get; set; }

    public string? JapaneseText { get; set; }

    /// <summary>Whether people cannot do without it: it goes to those as well who want no more mails than needed.</summary>
    public bool IsEssential { get; set; }

    /// <summary>See <see cref="Circular.Key"/>.</summary>
    public Guid Key { get; set; }

    /// <summary>Document ids of those ticked, with commas between them; everybody whom the list's filter finds where nobody was ticked.</summary>
    public string? Ids { get; set; }

    /// <summary>Where those stand who get it: whoever no longer stands there when it is sent does not get it.</summary>
    public List<RegistrationStatus> States { get; set; } = [];

    /// <summary>Where a mail to oneself goes.</summary>
    public string? TestTo { get; set; }

    /// <summary>Document id of the reader whose mail is looked at.</summary>
    public long? ShownTo { get; set; }

    public CircularStep Step { get; set; }

    /// <summary>Those who were ticked.</summary>
    public IReadOnlyList<long> Chosen =>
        [.. (Ids ?? "").Split(',').Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0).Where(id => id > 0)];

    /// <summary>What was typed, by language, with the names of the fields; languages in which nothing was typed are not among them.</summary>
    public IEnumerable<(string Language, string SubjectField, string TextField, MailTemplate Template)> Written()
    {
        (string Language, string SubjectField, string TextField, MailTemplate Template)[] all =
        [
            ("en", nameof(EnglishSubject), nameof(EnglishText), Template(EnglishSubject, EnglishText)),
            ("ja", nameof(JapaneseSubject), nameof(JapaneseText), Template(JapaneseSubject, JapaneseText)),
        ];
        return all.Where(words => words.Template.Subject.Length + words.Template.Text.Length > 0);
    }

    /// <summary>The words for a reader, and their language: the reader's own, or the one there is.</summary>
    public (string Language, MailTemplate Template) For(string culture)
    {
        var written = Written().ToList();
        var own = written.FindIndex(words => culture.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase));
        var words = written[Math.Max(0, own)];
        return (words.Language, words.Template);
    }

    private static MailTemplate Template(string? subject, string? text) =>
        new((subject ?? "").ReplaceLineEndings(" ").Trim(), (text ?? "").ReplaceLineEndings("\n").Trim());
}
