using System.Globalization;

namespace InstituteCms.Registrations;

/// <summary>What the institute says about personal data on every event, and how long it keeps it unless an event says otherwise.</summary>
public sealed class PrivacySettings
{
    /// <summary>Days after its end for which a new event keeps personal data.</summary>
    public int RetentionDays { get; set; } = RetentionPolicy.DefaultDays;

    /// <summary>Name and address of whoever is responsible for the data.</summary>
    public TextInLanguages Responsible { get; set; } = new();

    /// <summary>Whom registrants may ask about data protection: an e-mail address.</summary>
    public string? Contact { get; set; }

    /// <summary>What else the institute has to say in every notice.</summary>
    public TextInLanguages Sentence { get; set; } = new();
}

/// <summary>The same text in the languages of the site.</summary>
public sealed class TextInLanguages
{
    public string? English { get; set; }

    public string? Japanese { get; set; }

    /// <summary>The text for a reader of this language: another language rather than nothing.</summary>
    public string? For(CultureInfo reader)
    {
        var (own, other) = reader.TwoLetterISOLanguageName == "ja" ? (Japanese, English) : (English, Japanese);
        return string.IsNullOrWhiteSpace(own) ? other : own;
    }
}
